package io.everythingmcp.server.auth.server.client;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.everythingmcp.server.auth.server.endpoint.Parameters;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import io.everythingmcp.server.auth.server.endpoint.Secrets;
import java.util.stream.Stream;

/**
 * Finds out which client sent a request, and whether it is really that one. A client shows it in
 * one way per request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3">RFC 6749, section 2.3</a>
 */
public final class ClientAuthenticator {
  private static final Rule ONE_WAY = Rule.rfc(6749, "2.3");
  private static final Rule CLIENT = Rule.rfc(6749, "5.2");

  private final Clients clients;
  private final AssertionCheck assertions;

  /**
   * An authenticator.
   *
   * @param clients those that there are
   * @param assertions looks at signed assertions
   */
  public ClientAuthenticator(Clients clients, AssertionCheck assertions) {
    this.clients = clients;
    this.assertions = assertions;
  }

  /**
   * The client that sent a request.
   *
   * @throws Refusal when it is not known, or did not show that it is the one
   */
  public Client authenticate(HTTPRequest request, Parameters form) throws Refusal {
    boolean header = request.getAuthorization() != null;
    boolean secret = form.get("client_secret").isPresent();
    boolean assertion =
        form.get("client_assertion").isPresent() || form.get("client_assertion_type").isPresent();
    if (Stream.of(header, secret, assertion).filter(used -> used).count() > 1) {
      throw Refusal.invalidRequest("The client authenticates in more than one way", ONE_WAY);
    }
    if (assertion) {
      return assertions.check(form, clients);
    }
    if (header) {
      return basic(request.getAuthorization(), form);
    }
    Client client = clients.find(requireId(form));
    if (secret) {
      return secret(client, form.require("client_secret"));
    }
    if (!client.open()) {
      throw Refusal.invalidClient("The client must authenticate", CLIENT);
    }
    return client;
  }

  private static String requireId(Parameters form) throws Refusal {
    return form.get("client_id")
        .orElseThrow(() -> Refusal.invalidClient("There is no client authentication", CLIENT));
  }

  private Client basic(String header, Parameters form) throws Refusal {
    ClientSecretBasic basic;
    try {
      basic = ClientSecretBasic.parse(header);
    } catch (ParseException e) {
      throw Refusal.invalidClient("The Authorization header is not that of a client", CLIENT);
    }
    String id = basic.getClientID().getValue();
    if (form.get("client_id").filter(other -> !other.equals(id)).isPresent()) {
      throw Refusal.invalidRequest("The header and client_id name different clients", ONE_WAY);
    }
    return secret(clients.find(id), basic.getClientSecret().getValue());
  }

  private static Client secret(Client client, String secret) throws Refusal {
    if (client.secretDigest().isEmpty()
        || !Secrets.same(client.secretDigest(), Secrets.digest(secret))) {
      throw Refusal.invalidClient("The client is not known here", CLIENT);
    }
    return client;
  }
}
