package io.everythingmcp.server.authserver.client;

import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import java.util.Optional;

/** Resolves the redirect URI of an authorization request. */
public final class RedirectUriResolver {
  private static final SpecificationReference EXACT = SpecificationReference.oauth21("4.1.1");

  private RedirectUriResolver() {}

  /**
   * Returns the redirect URI.
   *
   * @param requested parameter of the request; optional for clients with one redirect URI
   * @throws OAuthException if it is not registered; the user must not be redirected then
   */
  public static String of(OAuthClient client, Optional<String> requested) throws OAuthException {
    if (requested.isPresent()) {
      if (!RedirectUris.matches(client.redirectUris(), requested.get())) {
        throw OAuthException.invalidRequest(
            "redirect_uri is not registered for this client", EXACT);
      }
      return requested.get();
    }
    if (client.redirectUris().size() != 1) {
      throw OAuthException.invalidRequest("redirect_uri is missing", EXACT);
    }
    return client.redirectUris().get(0);
  }
}
