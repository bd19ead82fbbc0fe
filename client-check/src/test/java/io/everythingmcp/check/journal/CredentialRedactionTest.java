package io.everythingmcp.check.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialRedactionTest {
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private final CredentialRedaction redaction = new CredentialRedaction("secret of the run");

  @Test
  void credentialsAreReplacedAndStayComparable() {
    RecordedExchange token =
        redaction.redact(
            exchange(
                EndpointKind.TOKEN,
                "/token",
                HeaderList.EMPTY.with("Authorization", "Basic czZCaGRSa3F0Mzo3RmpmcDBaQnI="),
                "grant_type=authorization_code&code=c1&code_verifier=" + VERIFIER,
                "{\"access_token\":\"opaque1\",\"refresh_token\":\"refresh1\",\"expires_in\":60}"));
    RecordedExchange call =
        redaction.redact(
            exchange(
                EndpointKind.MCP,
                "/mcp?access_token=opaque1",
                HeaderList.EMPTY.with("Authorization", "Bearer opaque1").with("Cookie", "a=b; c=d"),
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}",
                ""));

    String all = JournalJson.write(token).toString() + JournalJson.write(call);

    assertThat(all)
        .doesNotContain("opaque1", "refresh1", VERIFIER, "czZCaGRSa3F0Mzo3RmpmcDBaQnI=", "a=b")
        .contains("grant_type=authorization_code", "expires_in", "tools/list");
    String placeholder = redaction.redacted("access-token", "opaque1");
    assertThat(call.request().headers().first("authorization")).hasValue("Bearer " + placeholder);
    assertThat(token.response().body().text()).contains(placeholder);
  }

  @Test
  void verifierAndTokenFactsAreKeptForRules() {
    assertThat(RedactedValue.parse(redaction.redacted("verifier", VERIFIER)))
        .hasValueSatisfying(
            value ->
                assertThat(value.facts())
                    .containsEntry("length", "43")
                    .containsEntry("unreserved", "true")
                    .containsEntry("s256", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    assertThat(
            RedactedValue.parse(
                redaction.redacted(
                    "access-token", "eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2FzIn0.x")))
        .hasValueSatisfying(value -> assertThat(value.facts()).containsEntry("iss", "https://as"));
  }

  @Test
  void redactionIsIdempotent() {
    String once = redaction.redacted("code", "c1");

    assertThat(redaction.redacted("code", once)).isEqualTo(once);
    assertThat(new CredentialRedaction("another").redacted("code", "c1")).isNotEqualTo(once);
  }

  @Test
  void exchangeIsUnchangedAfterJsonRoundTrip() {
    RecordedExchange exchange =
        exchange(
            EndpointKind.MCP,
            "/mcp",
            HeaderList.EMPTY.with("Accept", "application/json").with("Accept", "text/event-stream"),
            "{\"id\":1.0,\"jsonrpc\":\"2.0\"}",
            "");

    assertThat(JournalJson.read(JournalJson.write(exchange))).isEqualTo(exchange);
  }

  @Test
  void invalidEncodingOffsetOfBodyIsReported() {
    RecordedBody body = RecordedBody.of(new byte[] {'{', '"', (byte) 0xff, '"'}, 4);

    assertThat(body.problem()).isEqualTo("not UTF-8 at byte 2");
  }

  private static RecordedExchange exchange(
      EndpointKind endpoint, String path, HeaderList headers, String body, String answer) {
    return new RecordedExchange(
        1,
        endpoint,
        new RecordedRequest(1, 2, "POST", path, headers, RecordedBody.of(body), "c1", false),
        new RecordedResponse(
            200,
            HeaderList.EMPTY.with("Content-Type", "application/json"),
            RecordedBody.of(answer),
            List.of(),
            3,
            4,
            StreamEnd.SERVER),
        null);
  }
}
