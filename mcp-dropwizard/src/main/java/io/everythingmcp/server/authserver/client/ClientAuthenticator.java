package io.everythingmcp.server.authserver.client;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
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
  private static final SpecificationReference ONE_WAY = SpecificationReference.rfc(6749, "2.3");
  private static final SpecificationReference CLIENT = SpecificationReference.rfc(6749, "5.2");

  private final CompositeClientSource clients;
  private final ClientAssertionVerifier assertions;

  /**
   * Creates an authenticator.
   *
   * @param clients all clients
   * @param assertions verifier of client assertions
   */
  public ClientAuthenticator(CompositeClientSource clients, ClientAssertionVerifier assertions) {
    this.clients = clients;
    this.assertions = assertions;
  }

  /**
   * Authenticates the client of a request.
   *
   * @throws OAuthException if the client is unknown or its authentication failed
   */
  public OAuthClient authenticate(HTTPRequest request, OAuthParameters form) throws OAuthException {
    boolean header = request.getAuthorization() != null;
    boolean secret = form.get("client_secret").isPresent();
    boolean assertion =
        form.get("client_assertion").isPresent() || form.get("client_assertion_type").isPresent();
    if (Stream.of(header, secret, assertion).filter(used -> used).count() > 1) {
      throw OAuthException.invalidRequest("The client authenticates in more than one way", ONE_WAY);
    }
    if (assertion) {
      return assertions.check(form, clients);
    }
    if (header) {
      return basic(request.getAuthorization(), form);
    }
    OAuthClient client = clients.find(requireId(form));
    if (secret) {
      return secret(client, form.require("client_secret"));
    }
    if (!client.open()) {
      throw OAuthException.invalidClient(
          "The client must authenticate with " + client.method(), CLIENT);
    }
    return client;
  }

  private static String requireId(OAuthParameters form) throws OAuthException {
    return form.get("client_id")
        .orElseThrow(
            () -> OAuthException.invalidClient("Client authentication is missing", CLIENT));
  }

  private OAuthClient basic(String header, OAuthParameters form) throws OAuthException {
    String[] pair = credentials(header);
    String id = pair[0];
    if (form.get("client_id").filter(other -> !other.equals(id)).isPresent()) {
      throw OAuthException.invalidRequest(
          "The header and client_id name different clients", ONE_WAY);
    }
    return secret(clients.find(id), pair[1]);
  }

  /** The id and the secret, each encoded as in a form before they were put together. */
  private static String[] credentials(String header) throws OAuthException {
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

  private static OAuthException unreadable() {
    return OAuthException.invalidClient(
        "The Authorization header is not Basic with a client id and a secret", CLIENT);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static OAuthClient secret(OAuthClient client, String secret) throws OAuthException {
    if (client.open() && secret.isEmpty()) {
      return client;
    }
    if (client.secretDigest().isEmpty()) {
      throw OAuthException.invalidClient(
          "The client authenticates with " + client.method() + ", and has no secret", CLIENT);
    }
    if (!RandomSecrets.same(client.secretDigest(), RandomSecrets.digest(secret))) {
      throw OAuthException.invalidClient("Client authentication failed", CLIENT);
    }
    return client;
  }
}
