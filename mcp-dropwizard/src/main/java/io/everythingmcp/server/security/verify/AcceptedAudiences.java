package io.everythingmcp.server.security.verify;

import io.everythingmcp.server.security.ResourceAudience;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Accepted audiences of tokens: the URLs of this server.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8707">RFC 8707</a>
 */
public final class AcceptedAudiences {
  private final ResourceAudience accepted;

  private AcceptedAudiences(Collection<String> accepted) {
    this.accepted = new ResourceAudience(accepted);
  }

  /**
   * Returns the configured audiences, or else the protected resources.
   *
   * @param configured separated by commas; may be empty
   * @param resources URLs of the protected resources
   */
  public static AcceptedAudiences of(String configured, Collection<String> resources) {
    return new AcceptedAudiences(
        configured.isBlank()
            ? resources
            : Arrays.stream(configured.split(","))
                .map(String::strip)
                .filter(a -> !a.isEmpty())
                .toList());
  }

  /** Returns whether an audience is accepted. */
  public boolean accept(Collection<String> audience) {
    return accepted.accepts(audience);
  }

  /**
   * Returns the ids of the tenants to which an audience restricts a token; empty if it is not
   * restricted.
   */
  List<String> onlyAt(Collection<String> audience) {
    return accepted.onlyAt(audience);
  }
}
