package io.everythingmcp.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowedHostsTest {
  @Test
  void asteriskAllowsAnyPortOfThisHostOnly() {
    AllowedHosts allowed = new AllowedHosts("https://mcp.example", 3232, "inner:*,other:1", "");
    assertThat(allowed.host("inner:8080")).isTrue();
    assertThat(allowed.host("INNER:1")).isTrue();
    assertThat(allowed.host("other:2")).isFalse();
    assertThat(allowed.host("inner.example:8080")).isFalse();
    assertThat(allowed.host("inner:8080:1")).isFalse();
    assertThat(allowed.host("inner:x")).isFalse();
  }
}
