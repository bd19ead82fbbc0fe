package io.everythingmcp.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.check.report.AuthorizationGuide;
import io.everythingmcp.check.report.GuidedParameter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The explanation of an authorization request has the findings about this request only. */
class AuthorizationGuideTest {
  private static AuthorizationGuide guide(ScriptedRun run) {
    return AuthorizationGuide.of(run.running(), Integer.MAX_VALUE).orElseThrow();
  }

  private static Map<String, GuidedParameter.Status> statuses(AuthorizationGuide guide) {
    return guide.parameters().stream()
        .collect(Collectors.toMap(GuidedParameter::name, GuidedParameter::status));
  }

  @Test
  void conformingRequestKeepsTheRuleOfEachParameter() {
    ScriptedRun run = new ScriptedRun();
    new LoginScript(run).untilRedirect();
    AuthorizationGuide guide = guide(run);
    assertThat(statuses(guide))
        .containsEntry("redirect_uri", GuidedParameter.Status.KEPT)
        .containsEntry("resource", GuidedParameter.Status.KEPT)
        .containsEntry("code_challenge", GuidedParameter.Status.KEPT)
        .containsEntry("state", GuidedParameter.Status.KEPT)
        .doesNotContainValue(GuidedParameter.Status.BROKEN);
    assertThat(guide.before()).hasSize(4);
    assertThat(guide.before().get(1).findings()).extracting(f -> f.text().rule()).contains("A03");
    assertThat(guide.calls()).extracting(RuleText::rule).contains("A01");
  }

  @Test
  void missingParameterIsListedWithItsRule() {
    ScriptedRun run = new ScriptedRun();
    new LoginScript(run).state("").resource("http://elsewhere.example/mcp").untilRedirect();
    List<GuidedParameter> parameters = guide(run).parameters();
    assertThat(statuses(guide(run)))
        .containsEntry("state", GuidedParameter.Status.ODD)
        .containsEntry("resource", GuidedParameter.Status.BROKEN);
    assertThat(parameters)
        .filteredOn(one -> one.name().equals("resource"))
        .flatExtracting(GuidedParameter::findings)
        .extracting(finding -> finding.received())
        .allSatisfy(received -> assertThat(received).contains("the metadata has"));
  }

  @Test
  void violationOfAnEarlierRequestIsNotAttributedToALaterOne() {
    ScriptedRun run = new ScriptedRun();
    LoginScript login = new LoginScript(run).state("short");
    login.untilRedirect();
    login
        .state("state-long-enough-2")
        .verifier("another-verifier-that-has-more-than-43-characters");
    login.untilRedirect();
    assertThat(statuses(guide(run))).containsEntry("state", GuidedParameter.Status.KEPT);
  }

  @Test
  void journalWithoutAuthorizationRequestHasNoExplanation() {
    assertThat(AuthorizationGuide.of(new ScriptedRun().running(), Integer.MAX_VALUE)).isEmpty();
  }
}
