package io.everythingmcp.server.authserver.endpoint;

import java.net.URI;

/**
 * Section of a specification that a request violated. It is sent as {@code error_uri} for the
 * author of the client.
 *
 * @param page the document
 * @param section its section
 */
public record SpecificationReference(URI page, String section) {

  /** A section of an RFC. */
  public static SpecificationReference rfc(int number, String section) {
    return new SpecificationReference(
        URI.create("https://www.rfc-editor.org/rfc/rfc" + number + "#section-" + section), section);
  }

  /** A section of the draft of OAuth 2.1. */
  public static SpecificationReference oauth21(String section) {
    return new SpecificationReference(
        URI.create(
            "https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-" + section),
        section);
  }

  /** A section of the draft on client metadata documents. */
  public static SpecificationReference metadataDocument(String section) {
    return new SpecificationReference(
        URI.create(
            "https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00"
                + "#section-"
                + section),
        section);
  }
}
