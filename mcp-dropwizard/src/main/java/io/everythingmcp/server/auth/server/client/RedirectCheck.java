package io.everythingmcp.server.auth.server.client;

import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import java.util.Optional;

/** Decides where the answer to an authorization request goes. */
public final class RedirectCheck {
  private static final Rule EXACT = Rule.oauth21("4.1.1");

  private RedirectCheck() {}

  /**
   * The address to which a person is sent back.
   *
   * @param asked what the request says; may be absent where the client has one address only
   * @throws Refusal when it is none of the client's; the person must then not be sent anywhere
   */
  public static String of(Client client, Optional<String> asked) throws Refusal {
    if (asked.isPresent()) {
      if (!RedirectUris.matches(client.redirectUris(), asked.get())) {
        throw Refusal.invalidRequest(
            "redirect_uri is not one that the client has registered", EXACT);
      }
      return asked.get();
    }
    if (client.redirectUris().size() != 1) {
      throw Refusal.invalidRequest("redirect_uri is missing", EXACT);
    }
    return client.redirectUris().get(0);
  }
}
