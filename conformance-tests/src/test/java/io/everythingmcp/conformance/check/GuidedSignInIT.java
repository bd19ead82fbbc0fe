package io.everythingmcp.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The consent page of a run with the option {@code guided}, and of one without. */
class GuidedSignInIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private static final String BEGINNING = "<section class=\"check-guide\"";

  private static CheckedRun start(boolean guided) {
    return CheckedRun.start(SERVER.client(), Map.of("preset", "oauth", "guided", guided));
  }

  private static String page(boolean guided, Map<String, String> changes) {
    CheckedRun run = start(guided);
    assertThat(run.connect().status()).isEqualTo(401);
    RawResponse page = new RunLogin(SERVER.client(), run).consentPage(changes);
    assertThat(page.status()).isEqualTo(200);
    return page.text();
  }

  private static String row(String page, String parameter) {
    int from = page.indexOf("<strong><code>" + parameter + "</code>");
    assertThat(from).as(page).isPositive();
    int next = page.indexOf("<strong><code>", from + 1);
    return page.substring(
        page.lastIndexOf("<li class=", from), next < 0 ? page.indexOf("<h3>", from) : next);
  }

  @Test
  void eachParameterHasItsRuleBeforeTheUnchangedForm() {
    String page = page(true, Map.of());
    String form = page(false, Map.of()).replaceAll("(?s).*(<form .*?</form>).*", "$1");
    assertThat(page.indexOf(BEGINNING)).isPositive().isLessThan(page.indexOf("<form"));
    assertThat(row(page, "state"))
        .contains("KEPT", "A08", "https://modelcontextprotocol.io/specification/");
    assertThat(row(page, "resource")).contains("KEPT", "A06");
    assertThat(row(page, "code_challenge")).contains("KEPT", "A07");
    assertThat(row(page, "redirect_uri")).contains("KEPT", "A09");
    assertThat(row(page, "response_type")).contains("NONE");
    assertThat(page)
        .contains("Metadata of the protected resource", "A03", "Dynamic registration", "A10")
        .contains("What comes next", "A19", "A20", "A01");
    assertThat(withoutValues(page.replaceAll("(?s).*(<form .*?</form>).*", "$1")))
        .isEqualTo(withoutValues(form));
  }

  private static String withoutValues(String form) {
    return form.replaceAll("value=\"[^\"]{20,}\"", "").replaceAll("runs/[0-9a-f]{32}", "");
  }

  @Test
  void deviationsAreMarkedAndValuesAreEscaped() {
    String page =
        page(
            true,
            Map.of("state", "short", "scope", "mcp:read", "audience", "<script>alert(1)</script>"));
    assertThat(row(page, "state")).contains("ODD", "not as recommended", "a state of 5 characters");
    assertThat(row(page, "scope")).contains("ODD", "A12", "expected mcp:read mcp:write");
    assertThat(row(page, "audience")).contains("ODD", "&lt;script&gt;");
    assertThat(page).doesNotContain("<script");
  }

  @Test
  void loginOfAGuidedRunEndsWithATokenAndIsJudgedAsAnyOther() {
    CheckedRun run = start(true);
    run.connect();
    run.token(new RunLogin(SERVER.client(), run).login());
    assertThat(run.connect().status()).isEqualTo(200);
    assertThat(CheckedRun.rules(run.report(), "FAILURE")).isEmpty();
  }

  @Test
  void consentPageWithoutTheOptionHasNoExplanation() {
    assertThat(page(false, Map.of())).doesNotContain(BEGINNING).doesNotContain("guide.css");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"preset\":\"oauth\",\"guided\":\"perhaps\"}",
        "{\"preset\":\"slow-tool\",\"slowSeconds\":0}",
        "{\"preset\":\"slow-tool\",\"slowSeconds\":601}",
        "{\"preset\":\"slow-tool\",\"slowSeconds\":\"soon\"}"
      })
  void invalidOptionIsRejectedWithItsName(String body) {
    RawResponse answer = SERVER.client().post("/check/runs", body).send();
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("message").asText())
        .startsWith(body.contains("guided") ? "guided must" : "slowSeconds must");
  }
}
