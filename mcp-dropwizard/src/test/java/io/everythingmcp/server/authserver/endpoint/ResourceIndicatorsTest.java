package io.everythingmcp.server.authserver.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceIndicatorsTest {
  private static final String MCP = "https://server.example/mcp";

  /** As configured, which is not its canonical form. */
  private static final String BASE = "https://Server.example:443/";

  private static final Map<String, String> KNOWN =
      Map.of(MCP, MCP, "https://server.example/sse", MCP, "https://server.example", BASE);

  private final ResourceIndicators resources =
      new ResourceIndicators(name -> Optional.ofNullable(KNOWN.get(name)), MCP);

  @Test
  void defaultAppliesWithoutResource() throws OAuthException {
    assertThat(resources.requested(List.of())).containsExactly(MCP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://server.example/mcp",
        "HTTPS://Server.Example/mcp",
        "https://server.example:443/mcp",
        "https://server.example/mcp/",
        "https://server.example/sse"
      })
  void oneResourceHasSeveralNames(String name) throws OAuthException {
    assertThat(resources.requested(List.of(name))).containsExactly(MCP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://server.example/MCP",
        "https://server.example/mcp#x",
        "https://server.example/mcp?x",
        "https://server.example:8443/mcp",
        "http://server.example/mcp",
        "https://a@server.example/mcp",
        "https://other.example/mcp",
        "/mcp",
        "not a uri"
      })
  void unknownResourceIsInvalidTarget(String name) {
    assertThatThrownBy(() -> resources.requested(List.of(name)))
        .isInstanceOf(OAuthException.class)
        .hasMessageContaining("invalid_target");
  }

  @Test
  void grantForAFormerUrlIsInvalidAndTheMessageNamesIt() throws OAuthException {
    String former = "https://server.example/api/mcp";
    for (List<String> requested : List.of(List.<String>of(), List.of(MCP), List.of(former))) {
      assertThatThrownBy(() -> resources.narrowed(List.of(former), requested))
          .isInstanceOfSatisfying(
              OAuthException.class,
              refusal -> {
                assertThat(refusal.error().getCode()).isEqualTo("invalid_grant");
                assertThat(refusal.error().getDescription())
                    .contains(former, "has changed", "authorize");
              });
    }
    assertThat(resources.narrowed(List.of(former, MCP), List.of())).containsExactly(MCP);
  }

  @Test
  void tokenResourcesAreASubsetOfTheGrant() throws OAuthException {
    assertThat(resources.narrowed(List.of(MCP, BASE), List.of())).containsExactly(MCP, BASE);
    assertThat(resources.narrowed(List.of(MCP, BASE), List.of(MCP))).containsExactly(MCP);
    assertThatThrownBy(() -> resources.narrowed(List.of(BASE), List.of(MCP)))
        .isInstanceOf(OAuthException.class);
  }
}
