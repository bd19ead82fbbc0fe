package io.everythingmcp.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.server.feature.Caller;
import io.everythingmcp.server.feature.Scopes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who owns what, and which scope includes which. */
class CallerTest {

  private static String owner(String tenant, String issuer, String subject) {
    return new Caller(
            "bearer",
            Optional.of(issuer),
            Optional.of(subject),
            Optional.empty(),
            Set.of(),
            Optional.of(tenant),
            Optional.empty(),
            Map.of())
        .owner();
  }

  @Test
  void twoCallersAreNeverOneOwner() {
    assertThat(
            List.of(
                owner("a|b", "c", "d"),
                owner("a", "b|c", "d"),
                owner("a", "b", "c|d"),
                owner("a%7Cb", "c", "d"),
                Caller.guest().owner(),
                Caller.anonymous("none").owner()))
        .doesNotHaveDuplicates();
  }

  @Test
  void theSubjectIsReadFromTheOwner() {
    assertThat(Caller.subjectOf(owner("t|", "https://i", "auth0|7"))).contains("auth0|7");
    assertThat(Caller.subjectOf("")).isEmpty();
    assertThat(Caller.subjectOf(Caller.GUEST)).isEmpty();
  }

  @Test
  void eachScopeIncludesThoseBefore() {
    assertThat(Scopes.cover(Set.of("mcp:admin"), "mcp:read")).isTrue();
    assertThat(Scopes.cover(Set.of("mcp:write"), "mcp:read")).isTrue();
    assertThat(Scopes.cover(Set.of("mcp:write"), "mcp:admin")).isFalse();
    assertThat(Scopes.cover(Set.of("mcp:readx", "mcp"), "mcp:read")).isFalse();
    assertThat(Scopes.cover(Set.of("mcp:admin"), "payments")).isFalse();
    assertThat(Scopes.cover(Set.of("payments"), "payments")).isTrue();
    assertThat(Scopes.withoutIncluded(Set.of("mcp:read", "mcp:admin", "payments")))
        .containsExactly("mcp:admin", "payments");
  }
}
