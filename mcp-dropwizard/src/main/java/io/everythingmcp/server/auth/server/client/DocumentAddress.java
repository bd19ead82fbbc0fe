package io.everythingmcp.server.auth.server.client;

import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import io.everythingmcp.server.wire.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Decides whether a client id can be the address of a document about the client.
 *
 * @see <a
 *     href="https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-3">Client
 *     identifier</a>
 */
final class DocumentAddress {
  private static final Rule RULE = Rule.metadataDocument("3");
  private static final Set<String> DOTS = Set.of(".", "..");

  private DocumentAddress() {}

  /** Whether an id wants to be one. */
  static boolean isOne(String id) {
    String start = Texts.beginning(id, 8).toLowerCase(Locale.ROOT);
    return start.startsWith("https:/") || start.startsWith("http:/");
  }

  /**
   * The address in an id.
   *
   * @param loopback whether {@code http} to this machine is allowed
   */
  static URI of(String id, boolean loopback) throws Refusal {
    URI uri;
    try {
      uri = new URI(id);
    } catch (URISyntaxException e) {
      throw refused("is not a URL");
    }
    boolean local = loopback && "http".equals(uri.getScheme()) && RedirectUris.isLoopback(uri);
    require(local || "https".equals(uri.getScheme()), "is not an https URL");
    require(uri.getHost() != null, "has no host");
    require(uri.getRawUserInfo() == null, "has a user in it");
    require(uri.getRawFragment() == null, "has a fragment");
    String path = uri.getRawPath();
    require(path.length() > 1, "has no path");
    require(
        Arrays.stream(path.toLowerCase(Locale.ROOT).replace("%2e", ".").split("/", -1))
            .noneMatch(DOTS::contains),
        "has a dot segment in its path");
    return uri;
  }

  private static void require(boolean right, String wrong) throws Refusal {
    if (!right) {
      throw refused(wrong);
    }
  }

  private static Refusal refused(String wrong) {
    return Refusal.invalidClient("As the address of a document, the client id " + wrong, RULE);
  }
}
