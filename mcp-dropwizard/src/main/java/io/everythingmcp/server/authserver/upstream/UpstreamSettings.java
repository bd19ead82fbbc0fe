package io.everythingmcp.server.authserver.upstream;

import java.net.URI;
import java.util.List;

/**
 * Settings of this server as a client of a provider.
 *
 * @param discovery issuer URL of the provider, or its host if it has no metadata
 * @param clientId client id
 * @param clientSecret client secret; empty for none
 * @param callback redirect URI
 * @param scopes requested scopes
 */
public record UpstreamSettings(
    URI discovery, String clientId, String clientSecret, URI callback, List<String> scopes) {
  @Override
  public String toString() {
    return "UpstreamSettings[" + discovery + ", " + clientId + "]";
  }
}
