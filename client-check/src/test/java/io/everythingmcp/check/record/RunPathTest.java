package io.everythingmcp.check.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.check.journal.EndpointKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths of the requests of a run, and their targets. */
class RunPathTest {
  @ParameterizedTest
  @CsvSource({
    "/check/runs/r1/mcp, r1, main, MCP, /mcp",
    "/check/runs/r1/sse, r1, main, SSE, /sse",
    "/check/runs/r1/message, r1, main, MESSAGE, /message",
    "/check/runs/r1/as/authorize, r1, main, AUTHORIZE, /authorize",
    "/check/runs/r1/as/oauth/token, r1, main, TOKEN, /oauth/token",
    "/check/runs/r1/as2/token, r1, as2, TOKEN, /token",
    "/check/runs/r1/as/authorize/consent, r1, main, CONSENT, /authorize/consent",
    "/check/runs/r1/as/fakeupstreamauth/authorize, r1, main, LOGIN, /fakeupstreamauth/authorize",
    "/check/runs/r1/as/register, r1, main, REGISTER, /register",
    "/check/runs/r1/as/revoke, r1, main, REVOKE, /revoke",
    "/check/runs/r1/canary/schema/value, r1, main, CANARY, /canary/schema/value",
    "/check/runs/r1/metadata/2, r1, main, RESOURCE_METADATA,"
        + " /.well-known/oauth-protected-resource/mcp"
  })
  void pathAfterRunIdIsPassedToServer(
      String path, String run, String server, EndpointKind kind, String inner) {
    assertThat(RunPath.of(path)).contains(new RunPath(run, server, kind, inner));
  }

  @ParameterizedTest
  @CsvSource({
    "/.well-known/oauth-protected-resource/check/runs/r1/mcp, RESOURCE_METADATA, main",
    "/.well-known/oauth-authorization-server/check/runs/r1/as, AUTHORIZATION_METADATA, main",
    "/.well-known/openid-configuration/check/runs/r1/as2, AUTHORIZATION_METADATA, as2",
    "/.well-known/oauth-authorization-server/prefix/check/runs/r1/as, AUTHORIZATION_METADATA, main",
    "/check/runs/r1/as/.well-known/openid-configuration, AUTHORIZATION_METADATA, main",
    "/check/runs/r1/mcp/.well-known/openid-configuration, AUTHORIZATION_METADATA, main"
  })
  void documentPathsAreKept(String path, EndpointKind kind, String server) {
    assertThat(RunPath.of(path)).contains(new RunPath("r1", server, kind, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/check",
        "/check/runs/r1",
        "/check/runs/r1/report.json",
        "/check/runs/r1/mcpx",
        "/.well-known/oauth-protected-resource/mcp",
        "/mcp"
      })
  void otherPathsAreNotRunTraffic(String path) {
    assertThat(RunPath.of(path)).isEmpty();
  }

  @Test
  void styleSheetsOfLoginPageAreNotRecorded() {
    assertThat(RunPath.of("/check/runs/r1/as/style.css").orElseThrow().decoration()).isTrue();
    assertThat(RunPath.of("/check/runs/r1/as/jwks").orElseThrow().decoration()).isFalse();
  }
}
