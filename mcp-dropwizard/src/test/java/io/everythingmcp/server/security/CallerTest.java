package io.everythingmcp.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.OAuthScopes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ownership, and the scope hierarchy. */
class CallerTest {

  private static String owner(String tenant, String issuer, String subject) {
    return new CallerIdentity(
            "bearer",
            Optional.of(issuer),
            Optional.of(subject),
            Optional.empty(),
            Set.of(),
            Optional.of(tenant),
            Optional.empty(),
            Map.of())
        .ownerKey();
  }

  @Test
  void ownersOfDifferentCallersAreDifferent() {
    assertThat(
            List.of(
                owner("a|b", "c", "d"),
                owner("a", "b|c", "d"),
                owner("a", "b", "c|d"),
                owner("a%7Cb", "c", "d"),
                CallerIdentity.unauthenticated().ownerKey(),
                CallerIdentity.anonymous("none").ownerKey()))
        .doesNotHaveDuplicates();
  }

  @Test
  void subjectIsReadFromTheOwner() {
    assertThat(CallerIdentity.subjectOfOwnerKey(owner("t|", "https://i", "auth0|7")))
        .contains("auth0|7");
    assertThat(CallerIdentity.subjectOfOwnerKey("")).isEmpty();
    assertThat(CallerIdentity.subjectOfOwnerKey(CallerIdentity.UNAUTHENTICATED)).isEmpty();
  }

  @Test
  void eachScopeIncludesTheOnesBefore() {
    assertThat(OAuthScopes.includes(Set.of("mcp:admin"), "mcp:read")).isTrue();
    assertThat(OAuthScopes.includes(Set.of("mcp:write"), "mcp:read")).isTrue();
    assertThat(OAuthScopes.includes(Set.of("mcp:write"), "mcp:admin")).isFalse();
    assertThat(OAuthScopes.includes(Set.of("mcp:readx", "mcp"), "mcp:read")).isFalse();
    assertThat(OAuthScopes.includes(Set.of("mcp:admin"), "payments")).isFalse();
    assertThat(OAuthScopes.includes(Set.of("payments"), "payments")).isTrue();
    assertThat(OAuthScopes.withoutImplied(Set.of("mcp:read", "mcp:admin", "payments")))
        .containsExactly("mcp:admin", "payments");
  }
}
