package io.everythingmcp.server.authserver.upstream;

import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import java.net.URI;

/** External identity provider at which users log in. */
public interface UpstreamIdentityProvider {

  /** Returns the URL to which a user is redirected for the login. */
  URI begin(UpstreamLogin login) throws UpstreamLoginException;

  /**
   * Completes a login. May block for a few seconds.
   *
   * @param login the pending login; its state has been compared already
   * @param callback parameters of the redirect
   * @throws UpstreamLoginException if the login failed or the user is unknown
   */
  UpstreamUser finish(UpstreamLogin login, OAuthParameters callback) throws UpstreamLoginException;

  /** Returns the display name. */
  String name();
}
