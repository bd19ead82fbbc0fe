package io.everythingmcp.server.authserver.client;

import io.everythingmcp.server.authserver.endpoint.OAuthException;
import java.net.URI;
import java.util.Optional;

/**
 * Clients whose id is the URL of a client ID metadata document.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization/client-registration">Client
 *     registration</a>
 */
public final class MetadataDocumentClients implements ClientSource {
  private final DocumentCache documents;
  private final boolean loopback;
  private final MetadataRules rules;

  /**
   * Such clients.
   *
   * @param documents gets the documents
   * @param loopback whether the document may have a loopback URL; for development
   * @param rules decides whether a client can be accepted
   */
  public MetadataDocumentClients(DocumentCache documents, boolean loopback, MetadataRules rules) {
    this.documents = documents;
    this.loopback = loopback;
    this.rules = rules;
  }

  @Override
  public Optional<OAuthClient> find(String id) throws OAuthException {
    if (!ClientIdUrl.isOne(id)) {
      return Optional.empty();
    }
    URI address = ClientIdUrl.of(id, loopback);
    try {
      return Optional.of(MetadataDocument.read(id, documents.get(address), rules));
    } catch (OAuthException refusal) {
      documents.remove(address);
      throw refusal;
    }
  }
}
