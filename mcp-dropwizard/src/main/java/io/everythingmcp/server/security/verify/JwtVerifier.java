package io.everythingmcp.server.security.verify;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.security.Base64Url;
import java.security.Key;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Verifies signed tokens.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-4">RFC 9068, section 4</a>
 */
public final class JwtVerifier implements TokenVerifier {
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

  private final List<VerificationKeys> keys;
  private final TokenRules rules;
  private final String publisher;
  private final DefaultJWSVerifierFactory signatures = new DefaultJWSVerifierFactory();

  /**
   * Creates a verifier.
   *
   * @param keys signature keys
   * @param rules rules for claims
   * @param publisher publisher of the keys, for the operator
   */
  public JwtVerifier(List<VerificationKeys> keys, TokenRules rules, String publisher) {
    this.keys = List.copyOf(keys);
    this.rules = rules;
    this.publisher = publisher;
  }

  @Override
  public VerificationResult verify(String credential) {
    if (!Base64Url.ofSignedToken(credential)) {
      return refused("is not a signed JWT: three parts in base64url without padding");
    }
    try {
      SignedJWT token = SignedJWT.parse(credential);
      JWTClaimsSet claims = token.getJWTClaimsSet();
      return claims == null ? refused("has no claims") : verify(token, claims);
    } catch (ParseException e) {
      return refused("is not a signed JWT");
    } catch (KeysBusyException e) {
      return new VerificationResult.Unavailable(publisher, e.getMessage());
    } catch (JOSEException e) {
      return refused("has a signature that cannot be verified");
    }
  }

  private VerificationResult verify(SignedJWT token, JWTClaimsSet claims) throws JOSEException {
    JWSHeader header = token.getHeader();
    if (header.getType() != null
        && !TYPES.contains(header.getType().getType().toLowerCase(Locale.ROOT))) {
      return refused("is a JWT of another type than at+jwt");
    }
    List<VerificationKeys> fitting = keys.stream().filter(k -> k.fit(header)).toList();
    if (fitting.isEmpty()) {
      return refused("is signed with an unsupported algorithm");
    }
    for (VerificationKeys known : fitting) {
      for (Key key : known.candidates(header)) {
        if (token.verify(signatures.createJWSVerifier(header, key))) {
          return signed(claims);
        }
      }
    }
    return fitting.stream()
        .flatMap(known -> known.problem().stream())
        .findFirst()
        .<VerificationResult>map(problem -> new VerificationResult.Unavailable(publisher, problem))
        .orElseGet(() -> refused("has an unknown signature key"));
  }

  private VerificationResult signed(JWTClaimsSet claims) {
    if (claims.getExpirationTime() == null) {
      return refused("has no exp claim");
    }
    if (!rules.issuer().isEmpty() && claims.getIssuer() == null) {
      return refused("has no iss claim");
    }
    return rules.judge(claims);
  }

  private static VerificationResult refused(String why) {
    return new VerificationResult.Rejected("The access token " + why);
  }

  @Override
  public boolean isResponsibleFor(String credential) {
    try {
      String issuer = SignedJWT.parse(credential).getJWTClaimsSet().getIssuer();
      return issuer != null && !rules.issuer().isEmpty() && TokenRules.same(rules.issuer(), issuer);
    } catch (ParseException e) {
      return false;
    }
  }
}
