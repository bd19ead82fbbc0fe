package io.everythingmcp.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is calling, as far as authentication knows. Never carries the token itself.
 *
 * @param method how the caller was authenticated: {@code none}, {@code bearer}, {@code api_key},
 *     {@code static_token}, {@code stdio}
 * @param issuer who vouches for the subject; empty when nobody does
 * @param subject the user or service; empty when anonymous
 * @param clientId the OAuth client the token was issued to
 * @param scopes what the caller may do
 * @param tenant the tenant the caller belongs to
 * @param expiry when the authentication ends
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

  /** How a caller was authenticated whom a static token of a tenant stands for. */
  public static final String STATIC_TOKEN = "static_token";

  /** The claim with the first eight characters of a static token. */
  public static final String TOKEN_HINT = "token_hint";

  /** The claim with the name of a static token. */
  public static final String TOKEN_NAME = "token_name";

  /** The claim with the tenants at whose addresses alone a token is good. */
  public static final String ONLY_AT = "only_at";

  /** The claim with the digest of the grant that an access token of our own came of. */
  public static final String GRANT = "grant";

  /**
   * The owner of what somebody made before they said who they are; never that of a known caller.
   */
  public static final String UNAUTHENTICATED = "?";

  /** Somebody unknown, who may do everything: the caller of an open server. */
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

  /** What a static token is called; null for everybody else. */
  public String tokenName() {
    return claims.get(TOKEN_NAME) instanceof String name ? name : null;
  }

  /** The first eight characters of a static token, to recognise it; null for everybody else. */
  public String tokenPrefix() {
    return claims.get(TOKEN_HINT) instanceof String hint ? hint : null;
  }

  /** The tenants at whose addresses alone the token is good; empty where it is good everywhere. */
  public List<?> onlyAt() {
    return claims.get(ONLY_AT) instanceof List<?> tenants ? tenants : List.of();
  }

  /** The digest of the grant that an access token came of; null for everybody else. */
  public String grant() {
    return claims.get(GRANT) instanceof String grant ? grant : null;
  }

  /** Somebody unknown at the server of a tenant that is open to everybody. */
  public static CallerIdentity anonymousInTenant(String tenant) {
    return anonymous("none").withTenant(Optional.of(tenant));
  }

  /** The same one as somebody of another tenant, or of none. */
  public CallerIdentity withTenant(Optional<String> other) {
    return new CallerIdentity(method, issuer, subject, clientId, scopes, other, expiry, claims);
  }

  /** The same one, who has only those of their scopes that are among these, or include one. */
  public CallerIdentity restrictedTo(Set<String> count) {
    Set<String> left =
        count.stream()
            .filter(scope -> OAuthScopes.includes(scopes, scope))
            .collect(Collectors.toSet());
    return new CallerIdentity(method, issuer, subject, clientId, left, tenant, expiry, claims);
  }

  /**
   * Somebody who has not said who they are, where that is needed: may say hello and nothing else.
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

  /** Whether this is somebody of whom nothing is known, and who may do nothing. */
  @JsonIgnore
  public boolean isUnauthenticated() {
    return subject.isEmpty() && scopes.isEmpty();
  }

  /**
   * What sessions, tasks and handles are bound to: the tenant, the issuer and the subject, stable
   * across token refreshes. Empty for an anonymous caller who may do everything.
   */
  public String ownerKey() {
    return isUnauthenticated()
        ? UNAUTHENTICATED
        : subject.map(s -> part(tenant) + "|" + part(issuer) + "|" + s).orElse("");
  }

  /** Two different callers must never be one owner, whatever their names are made of. */
  private static String part(Optional<String> name) {
    return name.orElse("").replace("%", "%25").replace("|", "%7C");
  }

  /** Who vouches for the subject of an owner; empty where nobody does. */
  public static Optional<String> issuerOf(String owner) {
    int first = owner.indexOf('|') + 1;
    int second = owner.indexOf('|', first);
    return second <= first
        ? Optional.empty()
        : Optional.of(owner.substring(first, second).replace("%7C", "|").replace("%25", "%"));
  }

  /** The subject of an owner; empty where nothing is known of them. */
  public static Optional<String> subjectOfOwnerKey(String owner) {
    int second = owner.indexOf('|', owner.indexOf('|') + 1);
    return second < 0 ? Optional.empty() : Optional.of(owner.substring(second + 1));
  }
}
