package io.everythingmcp.server.authserver.token;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.security.ResourceAudience;
import io.everythingmcp.server.store.StoreUnavailableException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Verifies the tokens of the authorization server in the same process, without the network. */
public final class IssuedTokenVerifier implements TokenVerifier {
  private final AccessTokenService tokens;
  private final String issuer;
  private final ResourceAudience audience;

  /**
   * Creates a verifier.
   *
   * @param tokens reads tokens
   * @param issuer their issuer
   * @param audiences audiences of this resource server
   */
  public IssuedTokenVerifier(AccessTokenService tokens, String issuer, Set<String> audiences) {
    this.tokens = tokens;
    this.issuer = issuer;
    this.audience = new ResourceAudience(audiences);
  }

  @Override
  public VerificationResult verify(String credential) {
    try {
      TokenReading reading = tokens.read(credential);
      return reading instanceof TokenReading.Bad bad
          ? new VerificationResult.Rejected(bad.problem())
          : judge(reading.token().orElseThrow());
    } catch (StoreUnavailableException e) {
      return new VerificationResult.Unavailable(issuer, "The shared store cannot be reached");
    }
  }

  private VerificationResult judge(IssuedAccessToken token) {
    if (!audience.accepts(token.resources())) {
      return new VerificationResult.Rejected("The access token is for another resource");
    }
    return new VerificationResult.Accepted(
        new CallerIdentity(
            "bearer",
            Optional.of(issuer),
            Optional.of(token.subject()),
            Optional.of(token.clientId()),
            token.scopes(),
            Optional.empty(),
            Optional.of(token.expiry()),
            Map.of(
                CallerIdentity.GRANT,
                token.grantId(),
                CallerIdentity.ONLY_AT,
                audience.onlyAt(token.resources()))));
  }
}
