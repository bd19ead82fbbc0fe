package io.everythingmcp.server.authserver.upstream;

import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import java.net.URI;

/** Where people log in: a provider of identities that is not this server. */
public interface UpstreamIdentityProvider {

  /** Where to send a person to log in. */
  URI begin(UpstreamLogin login) throws UpstreamLoginException;

  /**
   * Who came back. Waits for the provider, a few seconds at most.
   *
   * @param login as it began; its state was compared already
   * @param callback what the browser brought
   * @throws UpstreamLoginException when nobody logged in, or it cannot be known who
   */
  UpstreamUser finish(UpstreamLogin login, OAuthParameters callback) throws UpstreamLoginException;

  /** What people call it. */
  String name();
}
