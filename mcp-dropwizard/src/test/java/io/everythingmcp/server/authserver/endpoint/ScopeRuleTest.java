package io.everythingmcp.server.authserver.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeRuleTest {
  private final ScopeRule rule =
      new ScopeRule(() -> Map.of("acme:refund", "Give money back", "mcp:read", "Other words"));

  private static Set<String> set(String scopes) {
    return Set.of(scopes.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "'', mcp:read mcp:write",
    "openid, mcp:read mcp:write",
    "openid email profile, mcp:read mcp:write",
    "mcp:read openid, mcp:read",
    "' mcp:read   mcp:admin ', mcp:read mcp:admin",
    "mcp:write acme:refund, mcp:write acme:refund",
    "MCP:READ, mcp:read mcp:write"
  })
  void unknownScopesAreIgnored(String asked, String granted) throws OAuthException {
    assertThat(rule.requested(asked, Set.of())).isEqualTo(set(granted));
  }

  @ParameterizedTest
  @CsvSource({
    "'', mcp:read, mcp:read",
    "mcp:read mcp:write, mcp:read, mcp:read",
    "mcp:read, mcp:write, mcp:read",
    "openid, mcp:write, mcp:read mcp:write",
    "'', acme:refund, acme:refund",
    "openid, acme:refund openid, acme:refund"
  })
  void clientScopesAreLimited(String asked, String allowed, String granted) throws OAuthException {
    assertThat(rule.requested(asked, set(allowed))).isEqualTo(set(granted));
  }

  @Test
  void clientWithoutAllowedScopesIsRejected() {
    assertThatThrownBy(() -> rule.requested("mcp:admin", Set.of("mcp:read")))
        .isInstanceOf(OAuthException.class)
        .hasMessageContaining("invalid_scope");
  }

  @ParameterizedTest
  @CsvSource({
    "mcp:read mcp:write, '', mcp:read mcp:write",
    "mcp:read, mcp:read offline_access, mcp:read",
    "mcp:read, offline_access, mcp:read",
    "mcp:write, mcp:read, mcp:read",
    "mcp:write acme:refund, acme:refund, acme:refund"
  })
  void refreshMayReduceScopes(String granted, String asked, String given) throws OAuthException {
    assertThat(rule.narrowed(set(granted), asked)).isEqualTo(set(given));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mcp:admin", "mcp:read mcp:admin", "acme:refund"})
  void refreshCannotAddScopes(String asked) {
    assertThatThrownBy(() -> rule.narrowed(Set.of("mcp:read", "mcp:write"), asked))
        .isInstanceOf(OAuthException.class)
        .hasMessageContaining("invalid_scope");
  }

  @Test
  void eachScopeHasADescription() {
    ScopeRule some = new ScopeRule(() -> Map.of("acme:refund", "Give money back", "acme:x", ""));
    assertThat(some.supported()).contains("mcp:read", "mcp:write", "mcp:admin", "acme:refund");
    assertThat(some.described(Set.of("acme:refund", "acme:x", "mcp:read")))
        .containsEntry("acme:refund", "Give money back")
        .hasEntrySatisfying("acme:x", words -> assertThat(words).contains("acme:x"))
        .containsKey("mcp:read");
    assertThat(rule.described(Set.of("mcp:read")).get("mcp:read")).isNotEqualTo("Other words");
  }
}
