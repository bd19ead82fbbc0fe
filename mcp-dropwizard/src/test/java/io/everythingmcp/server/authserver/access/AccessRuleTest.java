package io.everythingmcp.server.authserver.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.everythingmcp.server.authserver.upstream.UpstreamLoginException;
import io.everythingmcp.server.authserver.upstream.UpstreamUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRuleTest {
  private static final UserGroupRule NO_CONDITION = new UserGroupRule(Set.of(), Set.of(), Map.of());
  private static final UserGroupRule ALICE = new UserGroupRule(Set.of("alice"), Set.of(), Map.of());
  private static final Set<String> ALL = Set.of("mcp:read", "mcp:write", "mcp:admin");

  private static UpstreamUser user(String subject, Map<String, Object> claims) {
    return new UpstreamUser(subject, "", claims, "");
  }

  private static final UpstreamUser BOB = user("bob", Map.of());

  @Test
  void withoutRulesEveryUserMayLogInAndNoneIsAdmin() throws UpstreamLoginException {
    AccessRule rule = new AccessRule(NO_CONDITION, Map.of(), false);
    assertThat(rule.admit(BOB)).isEqualTo(BOB);
    assertThat(rule.allowed(BOB, ALL)).containsExactlyInAnyOrder("mcp:read", "mcp:write");
    assertThatThrownBy(() -> rule.allowed(BOB, Set.of("mcp:admin")))
        .isInstanceOfSatisfying(
            UpstreamLoginException.class,
            failed -> assertThat(failed.error().getCode()).isEqualTo("access_denied"));
  }

  @Test
  void inDevelopmentEveryUserIsAdmin() throws UpstreamLoginException {
    assertThat(new AccessRule(NO_CONDITION, Map.of(), true).allowed(BOB, ALL)).isEqualTo(ALL);
  }

  @Test
  void namedUserIsAllowed() throws UpstreamLoginException {
    AccessRule rule = new AccessRule(ALICE, Map.of("mcp:admin", ALICE), false);
    assertThatThrownBy(() -> rule.admit(BOB)).isInstanceOf(UpstreamLoginException.class);
    UpstreamUser alice = user("alice", Map.of());
    assertThat(rule.allowed(rule.admit(alice), ALL)).isEqualTo(ALL);
    assertThat(rule.allowed(BOB, ALL)).doesNotContain("mcp:admin");
  }

  @Test
  void includingScopeHasTheSameRuleByDefault() throws UpstreamLoginException {
    AccessRule rule = new AccessRule(NO_CONDITION, Map.of("mcp:write", ALICE), true);
    assertThat(rule.allowed(BOB, ALL)).containsExactly("mcp:read");
    AccessRule said =
        new AccessRule(
            NO_CONDITION,
            Map.of(
                "mcp:write",
                ALICE,
                "mcp:admin",
                new UserGroupRule(Set.of("*"), Set.of(), Map.of())),
            false);
    assertThat(said.allowed(BOB, ALL)).containsExactlyInAnyOrder("mcp:read", "mcp:admin");
  }

  @Test
  void toolScopeCanBeRestricted() throws UpstreamLoginException {
    AccessRule rule = new AccessRule(NO_CONDITION, Map.of("acme:refund", ALICE), false);
    Set<String> asked = Set.of("mcp:write", "acme:refund");
    assertThat(rule.allowed(BOB, asked)).containsExactly("mcp:write");
    assertThat(rule.allowed(user("alice", Map.of()), asked)).isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "dora@acme.example, true, true",
    "dora@ACME.example, true, true",
    "dora@acme.example, false, false",
    "dora@acme.example, '', false",
    "dora@acme.example.evil.example, true, false",
    "dora@sub.acme.example, true, false",
    "acme.example@evil.example, true, false",
    "'\"x@acme.example\"@evil.example', true, false"
  })
  void verifiedEmailDomainIsAllowed(String email, String verified, boolean may) {
    UserGroupRule acme = new UserGroupRule(Set.of(), Set.of("acme.example"), Map.of());
    Map<String, Object> claims = Map.of("email", email, "email_verified", verified);
    assertThat(acme.include(user("dora", claims))).isEqualTo(may);
    assertThat(acme.include(user("dora", Map.of("email", email)))).as("unsaid").isFalse();
  }

  @Test
  void claimValueIsAllowed() {
    UserGroupRule staff =
        new UserGroupRule(Set.of(), Set.of(), Map.of("groups", Set.of("staff", "admins")));
    assertThat(staff.include(user("x", Map.of("groups", List.of("guests", "staff"))))).isTrue();
    assertThat(staff.include(user("x", Map.of("groups", "admins")))).isTrue();
    assertThat(staff.include(user("x", Map.of("groups", List.of("guests"))))).isFalse();
    assertThat(staff.include(user("x", Map.of("groups", List.of(7, true))))).isFalse();
    assertThat(staff.include(user("x", Map.of("group", "staff")))).isFalse();
    assertThatCode(() -> staff.include(user("x", Map.of()))).doesNotThrowAnyException();
  }
}
