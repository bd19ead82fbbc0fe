package io.everythingmcp.server.security.http;

import io.everythingmcp.server.wire.LoopbackHosts;
import java.net.URI;

/**
 * Public URL of this server as used by the client, which compares it with the metadata.
 *
 * @param baseUri configured public URL
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728#section-3.3">RFC 9728, section 3.3</a>
 */
record ResourceAddress(String baseUri) {

  /**
   * Returns the base URI with the host of the request if both hosts are loopback; otherwise the
   * configured one.
   *
   * @param host the header {@code Host}; may be null
   */
  String base(String host) {
    return host == null || !LoopbackHosts.isUri(baseUri)
        ? baseUri
        : LoopbackHosts.named(baseUri, URI.create(baseUri).getScheme() + "://" + host);
  }
}
