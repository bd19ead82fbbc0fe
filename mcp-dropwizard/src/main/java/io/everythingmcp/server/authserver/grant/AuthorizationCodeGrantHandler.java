package io.everythingmcp.server.authserver.grant;

import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.client.RedirectUris;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import io.everythingmcp.server.authserver.endpoint.ResourceIndicators;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import io.everythingmcp.server.authserver.token.AuthorizationGrant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Authorization code grant. A code is bound to the client, the redirect URI, the PKCE challenge and
 * the resources. A request with any mismatch uses up the code.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3">RFC 6749, section 4.1.3</a>
 */
final class AuthorizationCodeGrantHandler implements GrantHandler {
  private static final SpecificationReference RULE = SpecificationReference.rfc(6749, "4.1.3");

  private final AuthorizationCodeStore codes;
  private final ResourceIndicators resources;
  private final TokenIssuer issuance;

  AuthorizationCodeGrantHandler(
      AuthorizationCodeStore codes, ResourceIndicators resources, TokenIssuer issuance) {
    this.codes = codes;
    this.resources = resources;
    this.issuance = issuance;
  }

  @Override
  public IssuedTokens redeem(OAuthClient client, OAuthParameters form) throws OAuthException {
    String verifier = form.require("code_verifier");
    AuthorizationCodeRecord code = codes.redeem(form.require("code"));
    if (!code.clientId().equals(client.id())) {
      throw OAuthException.invalidGrant("The code was issued to another client", RULE);
    }
    Optional<String> redirect = form.get("redirect_uri");
    if (redirect.isPresent() && !RedirectUris.same(redirect.get(), code.redirectUri())) {
      throw OAuthException.invalidGrant(
          "redirect_uri is not that of the authorization request", RULE);
    }
    PkceVerifier.check(code.challenge(), verifier);
    return issuance.issue(client, code.grantId(), new RequestedExtent(code, form.list("resource")));
  }

  private final class RequestedExtent implements TokenIssuer.Extent {
    private final AuthorizationCodeRecord code;
    private final List<String> requested;

    RequestedExtent(AuthorizationCodeRecord code, List<String> requested) {
      this.code = code;
      this.requested = requested;
    }

    @Override
    public Set<String> scopes(AuthorizationGrant granted) {
      return code.scopes();
    }

    @Override
    public List<String> resources(AuthorizationGrant granted) throws OAuthException {
      return resources.narrowed(code.resources(), requested);
    }
  }
}
