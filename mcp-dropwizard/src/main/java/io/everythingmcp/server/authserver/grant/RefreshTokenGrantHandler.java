package io.everythingmcp.server.authserver.grant;

import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import io.everythingmcp.server.authserver.token.AuthorizationGrant;
import java.util.List;
import java.util.Set;

/**
 * Refresh token grant. The new access token may have fewer scopes; the new refresh token always has
 * all granted scopes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-6">RFC 6749, section 6</a>
 */
final class RefreshTokenGrantHandler implements GrantHandler {
  private static final SpecificationReference RULE = SpecificationReference.rfc(6749, "6");

  private final RefreshTokenStore tokens;
  private final GrantEndpoints.Parts parts;
  private final TokenIssuer issuance;

  RefreshTokenGrantHandler(
      RefreshTokenStore tokens, GrantEndpoints.Parts parts, TokenIssuer issuance) {
    this.tokens = tokens;
    this.parts = parts;
    this.issuance = issuance;
  }

  @Override
  public IssuedTokens redeem(OAuthClient client, OAuthParameters form) throws OAuthException {
    String text = form.require("refresh_token");
    RefreshToken shown =
        tokens
            .find(text)
            .orElseThrow(
                () ->
                    OAuthException.invalidGrant("Invalid refresh token: unknown or expired", RULE));
    if (!shown.clientId().equals(client.id())) {
      throw OAuthException.invalidGrant("The refresh token was issued to another client", RULE);
    }
    RequestedExtent requested =
        new RequestedExtent(form.get("scope").orElse(""), form.list("resource"));
    if (!shown.use().isEmpty()) {
      return tokens
          .findRetryResponse(shown, requested.toString())
          .orElseThrow(RefreshTokenGrantHandler::used);
    }
    // The token is used last, so that an invalid request does not use it up.
    IssuedTokens issued = issuance.issue(client, shown.grantId(), requested);
    return tokens
        .use(text, requested.toString(), issued)
        .orElseThrow(RefreshTokenGrantHandler::used);
  }

  private static OAuthException used() {
    return OAuthException.invalidGrant(
        "The refresh token was used before, so its grant has ended",
        SpecificationReference.rfc(9700, "4.14.2"));
  }

  private final class RequestedExtent implements TokenIssuer.Extent {
    private final String scope;
    private final List<String> requested;

    RequestedExtent(String scope, List<String> requested) {
      this.scope = scope;
      this.requested = requested;
    }

    @Override
    public Set<String> scopes(AuthorizationGrant granted) throws OAuthException {
      return parts.scopes().narrowed(granted.scopes(), scope);
    }

    @Override
    public List<String> resources(AuthorizationGrant granted) throws OAuthException {
      return parts.resources().narrowed(granted.resources(), requested);
    }

    @Override
    public String toString() {
      return scope + " " + requested;
    }
  }
}
