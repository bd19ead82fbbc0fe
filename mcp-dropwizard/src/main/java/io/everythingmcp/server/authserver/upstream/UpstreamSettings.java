package io.everythingmcp.server.authserver.upstream;

import java.net.URI;
import java.util.List;

/**
 * What this server is at a provider.
 *
 * @param discovery where the provider describes itself, or its host where it does not
 * @param clientId our client id there
 * @param clientSecret our secret there; empty for none
 * @param callback where people are sent back to
 * @param scopes what is asked for
 */
public record UpstreamSettings(
    URI discovery, String clientId, String clientSecret, URI callback, List<String> scopes) {
  @Override
  public String toString() {
    return "UpstreamSettings[" + discovery + ", " + clientId + "]";
  }
}
