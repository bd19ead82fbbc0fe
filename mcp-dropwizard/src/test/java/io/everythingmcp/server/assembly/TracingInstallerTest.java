package io.everythingmcp.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Environment variables of OpenTelemetry. */
class TracingInstallerTest {
  @Test
  void tracesPathIsAddedToTheEndpoint() {
    assertThat(TracingInstaller.url("http://a:4318")).isEqualTo("http://a:4318/v1/traces");
    assertThat(TracingInstaller.url("https://a/otlp/")).isEqualTo("https://a/otlp/v1/traces");
  }

  @Test
  void headersAreSplitAndDecoded() {
    assertThat(TracingInstaller.headers("Authorization=Basic%20YTpi+g==, x-tenant=a%2Cb"))
        .containsEntry("Authorization", "Basic YTpi+g==")
        .containsEntry("x-tenant", "a,b")
        .hasSize(2);
    assertThat(TracingInstaller.headers("")).isEmpty();
  }
}
