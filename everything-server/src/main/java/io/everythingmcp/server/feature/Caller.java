package io.everythingmcp.server.feature;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is calling, as far as authentication knows. Never carries the token itself.
 *
 * @param method how the caller was authenticated: {@code none}, {@code bearer}, {@code api_key},
 *     {@code stdio}
 * @param issuer who vouches for the subject; empty when nobody does
 * @param subject the user or service; empty when anonymous
 * @param clientId the OAuth client the token was issued to
 * @param scopes what the caller may do
 * @param tenant the tenant the caller belongs to
 * @param expiry when the authentication ends
 * @param claims allow-listed claims of the token
 */
public record Caller(
    String method,
    Optional<String> issuer,
    Optional<String> subject,
    Optional<String> clientId,
    Set<String> scopes,
    Optional<String> tenant,
    Optional<Instant> expiry,
    Map<String, Object> claims) {

  /** The claim with the first eight characters of a static token. */
  public static final String TOKEN_HINT = "token_hint";

  /** Somebody unknown, who may do everything: the caller of an open server. */
  public static Caller anonymous(String method) {
    return new Caller(
        method,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(Scopes.READ, Scopes.WRITE, Scopes.ADMIN),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** The first eight characters of a static token, to recognise it; null for everybody else. */
  public String tokenHint() {
    return claims.get(TOKEN_HINT) instanceof String hint ? hint : null;
  }

  /** Somebody unknown at the server of a tenant that is open to everybody. */
  public static Caller anonymousOf(String tenant) {
    Caller nobody = anonymous("none");
    return new Caller(
        nobody.method,
        nobody.issuer,
        nobody.subject,
        nobody.clientId,
        nobody.scopes,
        Optional.of(tenant),
        nobody.expiry,
        nobody.claims);
  }

  /**
   * What sessions, tasks and handles are bound to: the tenant, the issuer and the subject, stable
   * across token refreshes. Empty for an anonymous caller.
   */
  public String owner() {
    return subject.map(s -> tenant.orElse("") + "|" + issuer.orElse("") + "|" + s).orElse("");
  }
}
