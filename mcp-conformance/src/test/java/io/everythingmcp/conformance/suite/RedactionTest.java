package io.everythingmcp.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.report.ReportRedaction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are redacted in reports. */
class RedactionTest {
  private final ReportRedaction redaction = new ReportRedaction(List.of("s3cr3t-token"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer abcdef123456",
        "authorization: Basic abcdef123456",
        "X-API-Key: abcdef123456",
        "Cookie: id=abcdef123456",
        "{\"access_token\" : \"abcdef123456\"}",
        "{\"client_secret\":\"abcdef123456\"}",
        "grant_type=x&code=abcdef123456&y=z",
        "https://x.example/cb?code=abcdef123456"
      })
  void credentialsAreRedacted(String text) {
    assertThat(redaction.clean(text)).doesNotContain("abcdef123456").contains("[redacted]");
  }

  @Test
  void configuredCredentialsAreRedactedAnywhere() {
    assertThat(redaction.clean("the tool said s3cr3t-token")).isEqualTo("the tool said [redacted]");
  }

  @Test
  void tokensAreDetectedByTheirFormat() {
    String token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl";
    assertThat(redaction.clean("x " + token + " y")).isEqualTo("x [redacted] y");
  }

  @Test
  void sessionIdsAreShortened() {
    assertThat(redaction.clean("Mcp-Session-Id: 0123456789abcdef"))
        .isEqualTo("Mcp-Session-Id: 01234567...");
  }

  @Test
  void errorCodesAreKept() {
    String error = "{\"error\":{\"code\":-32602,\"message\":\"code=5\"}}";
    assertThat(redaction.clean("{\"code\":-32602}")).isEqualTo("{\"code\":-32602}");
    assertThat(redaction.clean(error)).contains("-32602");
  }
}
