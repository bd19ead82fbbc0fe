package io.everythingmcp.server.authserver.grant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.client.ClientAuthenticator;
import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import io.everythingmcp.server.authserver.endpoint.OAuthResponses;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import io.everythingmcp.server.authserver.token.AccessTokenService;
import io.everythingmcp.server.authserver.token.AuthorizationGrant;
import io.everythingmcp.server.authserver.token.AuthorizationGrantStore;
import io.everythingmcp.server.authserver.token.IssuedAccessToken;
import io.everythingmcp.server.security.audit.AuthenticationLog;
import java.util.Map;
import java.util.Optional;

/**
 * Token revocation. Either kind of token revokes the grant and all its tokens; RFC 7009 leaves that
 * to the server for access tokens.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7009#section-2.1">RFC 7009, section 2.1</a>
 */
final class RevocationEndpoint implements OAuthEndpoint {
  private static final SpecificationReference RULE = SpecificationReference.rfc(7009, "2.1");

  private final ClientAuthenticator clients;
  private final AccessTokenService access;
  private final RefreshTokenStore refresh;
  private final AuthorizationGrantStore grants;

  RevocationEndpoint(
      ClientAuthenticator clients,
      AccessTokenService access,
      RefreshTokenStore refresh,
      AuthorizationGrantStore grants) {
    this.clients = clients;
    this.access = access;
    this.refresh = refresh;
    this.grants = grants;
  }

  private record Owned(String clientId, String grantId) {}

  @Override
  public HTTPResponse handle(HTTPRequest request) throws OAuthException {
    OAuthParameters form = OAuthParameters.ofForm(request);
    OAuthClient client = clients.authenticate(request, form);
    Optional<Owned> owned = find(form.require("token"));
    if (owned.isPresent()) {
      if (!owned.get().clientId().equals(client.id())) {
        throw new OAuthException(
            OAuth2Error.UNAUTHORIZED_CLIENT, "The token was issued to another client", RULE);
      }
      String subject =
          grants.find(owned.get().grantId()).map(AuthorizationGrant::subject).orElse("");
      grants.end(owned.get().grantId());
      AuthenticationLog.happened("grant_revoked", client.id(), subject, "");
    }
    return OAuthResponses.json(HTTPResponse.SC_OK, Map.of());
  }

  /** Finds the token; the type hint of the client is ignored, because it would save no lookup. */
  private Optional<Owned> find(String token) {
    return refresh
        .find(token)
        .map(found -> new Owned(found.clientId(), found.grantId()))
        .or(() -> access.find(token).map(RevocationEndpoint::owned));
  }

  private static Owned owned(IssuedAccessToken token) {
    return new Owned(token.clientId(), token.grantId());
  }
}
