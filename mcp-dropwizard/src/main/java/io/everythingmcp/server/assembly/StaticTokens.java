package io.everythingmcp.server.assembly;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.tenant.TenantRegistry;
import io.everythingmcp.server.wire.TextTruncation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Callers of static tokens of tenants. */
public final class StaticTokens {
  private static final int DIGITS = 16;

  private StaticTokens() {}

  /** Returns the caller of a static token. */
  public static CallerIdentity caller(String tenant, Tenant.Token token) {
    return new CallerIdentity(
        CallerIdentity.STATIC_TOKEN,
        Optional.empty(),
        Optional.of("token-" + TextTruncation.beginning(token.hash(), DIGITS)),
        Optional.empty(),
        Set.of(OAuthScopes.READ, OAuthScopes.WRITE, OAuthScopes.ADMIN),
        Optional.of(tenant),
        Optional.empty(),
        Map.of(CallerIdentity.TOKEN_HINT, token.hint(), CallerIdentity.TOKEN_NAME, token.name()));
  }

  /** Whether a caller stands for one of the tokens of a tenant. */
  public static boolean among(Tenant tenant, CallerIdentity caller) {
    return tenant.tokens().stream()
        .anyMatch(token -> caller(tenant.id(), token).subject().equals(caller.subject()));
  }

  /**
   * Returns a predicate for the owner keys that no longer belong to a tenant after a change; all if
   * the tenant was removed.
   */
  public static Predicate<String> lost(TenantRegistry.Change change) {
    if (change.now() == null) {
      return owner -> true;
    }
    List<String> tokens =
        change.lostTokens().stream().map(token -> caller(change.id(), token).ownerKey()).toList();
    return owner ->
        tokens.contains(owner)
            || (named(change.lostSubjects(), owner) && !named(change.now().subjects(), owner));
  }

  private static boolean named(List<String> subjects, String owner) {
    String subject = CallerIdentity.subjectOfOwnerKey(owner).orElse("");
    return subjects.contains(subject)
        || subjects.contains(CallerIdentity.issuerOf(owner).orElse("") + "|" + subject);
  }
}
