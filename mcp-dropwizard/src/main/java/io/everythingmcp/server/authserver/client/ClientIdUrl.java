package io.everythingmcp.server.authserver.client;

import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import io.everythingmcp.server.wire.TextTruncation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Decides whether a client id can be the URL of a client ID metadata document.
 *
 * @see <a
 *     href="https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-3">Client
 *     identifier</a>
 */
final class ClientIdUrl {
  private static final SpecificationReference RULE = SpecificationReference.metadataDocument("3");
  private static final Set<String> DOTS = Set.of(".", "..");

  private ClientIdUrl() {}

  /** Returns whether a client id has the format of a URL. */
  static boolean isOne(String id) {
    String start = TextTruncation.beginning(id, 8).toLowerCase(Locale.ROOT);
    return start.startsWith("https:/") || start.startsWith("http:/");
  }

  /**
   * The address in an id.
   *
   * @param loopback whether {@code http} with a loopback host is allowed
   */
  static URI of(String id, boolean loopback) throws OAuthException {
    URI uri;
    try {
      uri = new URI(id);
    } catch (URISyntaxException e) {
      throw refused("must be a URL");
    }
    boolean local = loopback && "http".equals(uri.getScheme()) && RedirectUris.isLoopback(uri);
    require(local || "https".equals(uri.getScheme()), "must be an https URL");
    require(uri.getHost() != null, "must have a host");
    require(uri.getRawUserInfo() == null, "must not contain a user name or password");
    require(uri.getRawFragment() == null, "must not have a fragment");
    String path = uri.getRawPath();
    require(path.length() > 1, "must have a path");
    require(
        Arrays.stream(path.toLowerCase(Locale.ROOT).replace("%2e", ".").split("/", -1))
            .noneMatch(DOTS::contains),
        "must not have a dot segment in its path");
    return uri;
  }

  private static void require(boolean right, String wrong) throws OAuthException {
    if (!right) {
      throw refused(wrong);
    }
  }

  private static OAuthException refused(String wrong) {
    return OAuthException.invalidClient(
        "Invalid client_id: as the URL of a client ID metadata document it " + wrong, RULE);
  }
}
