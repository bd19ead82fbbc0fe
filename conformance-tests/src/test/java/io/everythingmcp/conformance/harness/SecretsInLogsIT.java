package io.everythingmcp.conformance.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The check of the logs finds secrets. */
class SecretsInLogsIT {
  @Test
  void secretIsFoundAndOrdinaryLineIsNot() {
    List<String> bad =
        List.of(
            "x eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln y",
            "Authorization: Bearer abcdefghijklmnop",
            "GET /cb?code=abcdefghijklmnop",
            "{\"access_token\":\"abcdefghijklmnop\"}");
    List<String> good =
        List.of(
            "Authorization: Bearer [redacted]",
            "code: -32602",
            "sessionCreated sessionId=01234567...",
            "access_token=[redacted]");
    assertThat(SecretsInLogs.in(bad)).isEqualTo(bad);
    assertThat(SecretsInLogs.in(good)).isEmpty();
  }
}
