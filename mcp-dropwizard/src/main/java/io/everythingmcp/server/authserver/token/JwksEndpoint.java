package io.everythingmcp.server.authserver.token;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.authserver.endpoint.OAuthResponses;

/**
 * The public keys with which others verify access tokens.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414#section-2">RFC 8414, section 2</a>
 */
public final class JwksEndpoint implements OAuthEndpoint {
  private static final int SECONDS = 60;

  private final SigningKeys keys;

  public JwksEndpoint(SigningKeys keys) {
    this.keys = keys;
  }

  @Override
  public HTTPResponse handle(HTTPRequest request) {
    return OAuthResponses.json(keys.published().toJSONObject(true), SECONDS);
  }
}
