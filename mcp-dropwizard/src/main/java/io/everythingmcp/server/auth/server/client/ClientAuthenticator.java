package io.everythingmcp.server.auth.server.client;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.everythingmcp.server.auth.server.endpoint.Parameters;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import io.everythingmcp.server.auth.server.endpoint.Secrets;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds out which client sent a request, and whether it is really that one. A client shows it in
 * one way per request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3">RFC 6749, section 2.3</a>
 */
public final class ClientAuthenticator {
  private static final Pattern BASIC = Pattern.compile("(?i)Basic +([A-Za-z0-9+/]*=*) *");
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
      throw Refusal.invalidClient("The client must authenticate with " + client.method(), CLIENT);
    }
    return client;
  }

  private static String requireId(Parameters form) throws Refusal {
    return form.get("client_id")
        .orElseThrow(() -> Refusal.invalidClient("There is no client authentication", CLIENT));
  }

  private Client basic(String header, Parameters form) throws Refusal {
    String[] pair = credentials(header);
    String id = pair[0];
    if (form.get("client_id").filter(other -> !other.equals(id)).isPresent()) {
      throw Refusal.invalidRequest("The header and client_id name different clients", ONE_WAY);
    }
    return secret(clients.find(id), pair[1]);
  }

  /** The id and the secret, each encoded as in a form before they were put together. */
  private static String[] credentials(String header) throws Refusal {
    Matcher basic = BASIC.matcher(header);
    try {
      if (basic.matches()) {
        byte[] bytes = Base64.getDecoder().decode(basic.group(1));
        String[] pair = new String(bytes, StandardCharsets.UTF_8).split(":", 2);
        if (pair.length == 2) {
          return new String[] {decoded(pair[0]), decoded(pair[1])};
        }
      }
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
    throw unreadable();
  }

  private static Refusal unreadable() {
    return Refusal.invalidClient(
        "The Authorization header is not Basic with a client id and a secret", CLIENT);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static Client secret(Client client, String secret) throws Refusal {
    if (client.open() && secret.isEmpty()) {
      return client;
    }
    if (client.secretDigest().isEmpty()) {
      throw Refusal.invalidClient(
          "The client authenticates with " + client.method() + ", and has no secret", CLIENT);
    }
    if (!Secrets.same(client.secretDigest(), Secrets.digest(secret))) {
      throw Refusal.invalidClient("The client secret is wrong", CLIENT);
    }
    return client;
  }
}
