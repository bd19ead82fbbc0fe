package io.everythingmcp.server.authserver.client;

import com.nimbusds.jose.jwk.JWKSet;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import java.net.URI;
import java.text.ParseException;

/** Public keys of clients: from their metadata or from their {@code jwks_uri}. */
public final class ClientKeys {
  private static final SpecificationReference RULE = SpecificationReference.rfc(7591, "2");

  private final ClientDocuments documents;

  /**
   * Creates the keys.
   *
   * @param documents fetches remote key sets
   */
  public ClientKeys(ClientDocuments documents) {
    this.documents = documents;
  }

  JWKSet of(OAuthClient client) throws OAuthException {
    String text =
        client.keysUri().isEmpty() ? client.keys() : documents.get(URI.create(client.keysUri()));
    try {
      return JWKSet.parse(text);
    } catch (ParseException e) {
      throw OAuthException.invalidClient("The keys of the client cannot be read", RULE);
    }
  }
}
