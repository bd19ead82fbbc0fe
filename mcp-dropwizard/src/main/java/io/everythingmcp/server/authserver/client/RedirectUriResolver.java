package io.everythingmcp.server.authserver.client;

import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import java.util.Optional;

/** Decides where the answer to an authorization request goes. */
public final class RedirectUriResolver {
  private static final SpecificationReference EXACT = SpecificationReference.oauth21("4.1.1");

  private RedirectUriResolver() {}

  /**
   * The address to which a person is sent back.
   *
   * @param asked what the request says; may be absent where the client has one address only
   * @throws OAuthException when it is none of the client's; the person must then not be sent
   *     anywhere
   */
  public static String of(OAuthClient client, Optional<String> asked) throws OAuthException {
    if (asked.isPresent()) {
      if (!RedirectUris.matches(client.redirectUris(), asked.get())) {
        throw OAuthException.invalidRequest(
            "redirect_uri is not one that the client has registered", EXACT);
      }
      return asked.get();
    }
    if (client.redirectUris().size() != 1) {
      throw OAuthException.invalidRequest("redirect_uri is missing", EXACT);
    }
    return client.redirectUris().get(0);
  }
}
