package io.everythingmcp.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Identity of the authenticated caller. Never holds the token itself. Immutable.
 *
 * @param method authentication method: {@code none}, {@code bearer}, {@code api_key}, {@code
 *     static_token} or {@code stdio}
 * @param issuer issuer of the subject ({@code iss}); empty if unauthenticated or local
 * @param subject the user or service ({@code sub}); empty for an anonymous caller
 * @param clientId the OAuth client to which the token was issued; empty if unknown
 * @param scopes the granted OAuth scopes
 * @param tenant id of the caller's tenant; empty for the default server
 * @param expiry time at which the authentication expires; empty if it does not expire
 * @param claims allow-listed claims of the token
 */
public record CallerIdentity(
    String method,
    Optional<String> issuer,
    Optional<String> subject,
    Optional<String> clientId,
    Set<String> scopes,
    Optional<String> tenant,
    Optional<Instant> expiry,
    Map<String, Object> claims) {

  /** Authentication method of a caller that presented a static token of a tenant. */
  public static final String STATIC_TOKEN = "static_token";

  /** Name of the claim with the first eight characters of a static token. */
  public static final String TOKEN_HINT = "token_hint";

  /** Name of the claim with the name of a static token. */
  public static final String TOKEN_NAME = "token_name";

  /** Name of the claim with the ids of the tenants to which a token is restricted. */
  public static final String ONLY_AT = "only_at";

  /**
   * Name of the claim with the digest of the grant from which the built-in authorization server
   * issued an access token.
   */
  public static final String GRANT = "grant";

  /** Owner key of data created before authentication; never the key of an authenticated caller. */
  public static final String UNAUTHENTICATED = "?";

  /**
   * Returns an anonymous caller with all standard scopes: the caller of a server without
   * authentication.
   *
   * @param method the authentication method, such as {@code none} or {@code stdio}
   * @return an anonymous caller
   */
  public static CallerIdentity anonymous(String method) {
    return new CallerIdentity(
        method,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(OAuthScopes.READ, OAuthScopes.WRITE, OAuthScopes.ADMIN),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** {@return the name of the static token, or null if the caller did not use one} */
  public @Nullable String tokenName() {
    return claims.get(TOKEN_NAME) instanceof String name ? name : null;
  }

  /**
   * {@return the first eight characters of the static token, or null if the caller did not use one}
   */
  public @Nullable String tokenPrefix() {
    return claims.get(TOKEN_HINT) instanceof String hint ? hint : null;
  }

  /**
   * {@return the ids of the tenants to which the token is restricted; empty if it is not
   * restricted}
   */
  public List<?> onlyAt() {
    return claims.get(ONLY_AT) instanceof List<?> tenants ? tenants : List.of();
  }

  /**
   * {@return the digest of the OAuth grant of the access token, or null if it was not issued by the
   * built-in authorization server}
   */
  public @Nullable String grant() {
    return claims.get(GRANT) instanceof String grant ? grant : null;
  }

  /**
   * Returns an anonymous caller of a tenant without authentication.
   *
   * @param tenant id of the tenant
   * @return an anonymous caller with all standard scopes
   */
  public static CallerIdentity anonymousInTenant(String tenant) {
    return anonymous("none").withTenant(Optional.of(tenant));
  }

  /**
   * Returns a copy of this caller in another tenant.
   *
   * @param other id of the tenant; empty for the default server
   * @return the copy
   */
  public CallerIdentity withTenant(Optional<String> other) {
    return new CallerIdentity(method, issuer, subject, clientId, scopes, other, expiry, claims);
  }

  /**
   * Returns a copy of this caller restricted to {@code count}, applying the scope hierarchy.
   *
   * @param count the scopes to keep where the caller has them or a scope that includes them
   * @return the copy
   */
  public CallerIdentity restrictedTo(Set<String> count) {
    Set<String> left =
        count.stream()
            .filter(scope -> OAuthScopes.includes(scopes, scope))
            .collect(Collectors.toSet());
    return new CallerIdentity(method, issuer, subject, clientId, left, tenant, expiry, claims);
  }

  /**
   * Returns an unauthenticated caller without any scope, where authentication is required: only
   * initialize, notifications/initialized, ping and server/discover are allowed.
   *
   * @return an unauthenticated caller
   */
  public static CallerIdentity unauthenticated() {
    return new CallerIdentity(
        "none",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** {@return whether the caller is unauthenticated and has no scope} */
  @JsonIgnore
  public boolean isUnauthenticated() {
    return subject.isEmpty() && scopes.isEmpty();
  }

  /**
   * Returns the key that binds sessions, tasks and handles to their owner: tenant, issuer and
   * subject, stable across token refreshes.
   *
   * @return the owner key; empty for an anonymous caller of a server without authentication
   */
  public String ownerKey() {
    return isUnauthenticated()
        ? UNAUTHENTICATED
        : subject.map(s -> part(tenant) + "|" + part(issuer) + "|" + s).orElse("");
  }

  /** Escapes a part of the owner key, so that no two callers have the same key. */
  private static String part(Optional<String> name) {
    return name.orElse("").replace("%", "%25").replace("|", "%7C");
  }

  /**
   * Returns the issuer in an owner key.
   *
   * @param owner an owner key
   * @return the issuer; empty if the key has none
   */
  public static Optional<String> issuerOf(String owner) {
    int first = owner.indexOf('|') + 1;
    int second = owner.indexOf('|', first);
    return second <= first
        ? Optional.empty()
        : Optional.of(owner.substring(first, second).replace("%7C", "|").replace("%25", "%"));
  }

  /**
   * Returns the subject in an owner key.
   *
   * @param owner an owner key
   * @return the subject; empty if the key has none
   */
  public static Optional<String> subjectOfOwnerKey(String owner) {
    int second = owner.indexOf('|', owner.indexOf('|') + 1);
    return second < 0 ? Optional.empty() : Optional.of(owner.substring(second + 1));
  }
}
