package com.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.McpConfiguration;
import jakarta.servlet.http.HttpFilter;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that the builder refuses. */
class EndpointPathRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mcp",
        "/",
        "/mcp/",
        "//mcp",
        "/mcp/*",
        "/a b",
        "/mcp?x",
        "/mcp#x",
        "/a/../mcp",
        "/%6d",
        "/{x}",
        "/m\u00fc",
        "http://acme.example/mcp"
      })
  void malformedPathIsRefused(String path) {
    assertThatThrownBy(() -> AcmeServer.server().endpointPath(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The endpoint path is '" + path + "'")
        .hasMessageContaining("must be an absolute path without a trailing slash")
        .hasMessageContaining("/api/mcp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health/mcp",
        "/.well-known/mcp",
        "/authorize",
        "/token",
        "/oauth/mcp",
        "/sse",
        "/message",
        "/t",
        "/management/mcp",
        "/check",
        "/elicitation/mcp",
        "/fakeupstreamauth"
      })
  void pathOfAnotherPartIsRefused(String path) {
    assertThatThrownBy(() -> AcmeServer.server().endpointPath(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The endpoint path is '" + path + "'")
        .hasMessageContaining("belong to other parts of the server");
  }

  /** Otherwise a path could be accepted that hides another part of the server. */
  @Test
  void everyPathOfTheServerIsReserved() throws Exception {
    McpConfiguration configuration = AcmeServer.configuration();
    configuration.getAuth().setMode(Mode.INTEGRATED);
    configuration.getManagement().setToken("a management token of acme, 32 characters");
    ServletPaths paths = new ServletPaths();
    try (AcmeServer acme =
        AcmeServer.start(configuration, AcmeServer.server().requestFilter(paths))) {
      assertThat(new AcmeClient(acme.url(), null).get("/health")).isEqualTo(200);
      assertThat(paths.all).contains("/mcp", "/token", "/management/events");
      for (String path : paths.all) {
        String known = path.replaceFirst("/\\*?$", "");
        if (!known.isEmpty() && !known.equals("/mcp")) {
          assertThatThrownBy(() -> AcmeServer.server().endpointPath(known))
              .as(path)
              .hasMessageContaining("belong to other parts of the server");
        }
      }
    }
  }

  /** The paths of servlets. */
  private static final class ServletPaths extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private final transient Set<String> all = new TreeSet<>();

    @Override
    public void init() {
      getServletContext()
          .getServletRegistrations()
          .values()
          .forEach(servlet -> all.addAll(servlet.getMappings()));
    }
  }
}
