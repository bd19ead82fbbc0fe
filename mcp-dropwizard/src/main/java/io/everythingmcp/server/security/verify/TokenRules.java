package io.everythingmcp.server.security.verify;

import com.nimbusds.jwt.JWTClaimsSet;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.auth.VerificationResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rules for the claims of a verified token.
 *
 * @param issuer required issuer; empty for any
 * @param audiences accepted audiences
 * @param tenantClaim name of the claim with the tenant; empty for none
 * @param shown claims that are passed to features
 * @param clock the clock
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-4">RFC 9068, section 4</a>
 */
public record TokenRules(
    String issuer,
    AcceptedAudiences audiences,
    String tenantClaim,
    List<String> shown,
    Clock clock) {
  /** How far clocks may differ. */
  public static final Duration SKEW = Duration.ofSeconds(60);

  /** The verdict. */
  VerificationResult judge(JWTClaimsSet token) {
    Instant now = clock.instant();
    Date expiry = token.getExpirationTime();
    Date notBefore = token.getNotBeforeTime();
    if (expiry != null && !now.isBefore(expiry.toInstant().plus(SKEW))) {
      return new VerificationResult.Rejected("The access token has expired");
    }
    if (notBefore != null && now.isBefore(notBefore.toInstant().minus(SKEW))) {
      return new VerificationResult.Rejected("The access token is not valid yet");
    }
    if (!issuer.isEmpty() && token.getIssuer() != null && !same(issuer, token.getIssuer())) {
      return new VerificationResult.Rejected("The access token has another issuer than " + issuer);
    }
    if (!audiences.accept(token.getAudience())) {
      return new VerificationResult.Rejected(
          "The access token is for another audience than this server");
    }
    Optional<String> client = text(token, "client_id").or(() -> text(token, "azp"));
    Optional<String> subject =
        Optional.ofNullable(token.getSubject()).filter(s -> !s.isEmpty()).or(() -> client);
    return subject.isEmpty()
        ? new VerificationResult.Rejected("The access token has no sub claim")
        : new VerificationResult.Accepted(caller(token, subject, client));
  }

  private CallerIdentity caller(
      JWTClaimsSet token, Optional<String> subject, Optional<String> client) {
    String vouches = token.getIssuer() == null ? issuer : token.getIssuer();
    return new CallerIdentity(
        "bearer",
        Optional.of(vouches).filter(i -> !i.isEmpty()),
        subject,
        client,
        scopes(token),
        tenantClaim.isEmpty() ? Optional.empty() : text(token, tenantClaim),
        Optional.ofNullable(token.getExpirationTime()).map(Date::toInstant),
        claims(token));
  }

  /** Some providers end their issuer with a slash and some do not. */
  static boolean same(String issuer, String other) {
    return issuer.equals(other) || (issuer + "/").equals(other) || issuer.equals(other + "/");
  }

  /** A list in one text (RFC 8693), or a list, as some providers write it. */
  private static Set<String> scopes(JWTClaimsSet token) {
    Object claim =
        token.getClaim("scope") != null ? token.getClaim("scope") : token.getClaim("scp");
    Set<String> scopes = new LinkedHashSet<>();
    if (claim instanceof Collection<?> list) {
      list.forEach(scope -> scopes.add(String.valueOf(scope)));
    } else if (claim instanceof String text) {
      Arrays.stream(text.split(" ")).filter(s -> !s.isEmpty()).forEach(scopes::add);
    }
    return Set.copyOf(scopes);
  }

  private static Optional<String> text(JWTClaimsSet token, String name) {
    return token.getClaim(name) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  private Map<String, Object> claims(JWTClaimsSet token) {
    Map<String, Object> claims = new LinkedHashMap<>();
    for (String name : shown) {
      if (token.getClaim(name) != null) {
        claims.put(name, token.getClaim(name));
      }
    }
    List<String> only = audiences.onlyAt(token.getAudience());
    if (!only.isEmpty()) {
      claims.put(CallerIdentity.ONLY_AT, only);
    }
    return claims;
  }
}
