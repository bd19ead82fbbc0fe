package io.everythingmcp.server.security.verify;

import io.everythingmcp.server.security.ResourceAudience;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * For whom a token may be: this server under the names that clients use for it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8707">RFC 8707</a>
 */
public final class AcceptedAudiences {
  private final ResourceAudience accepted;

  private AcceptedAudiences(Collection<String> accepted) {
    this.accepted = new ResourceAudience(accepted);
  }

  /**
   * The audiences that are configured, or else what is protected.
   *
   * @param configured separated by commas; may be empty
   * @param resources under which URLs clients know what is protected
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

  /** Whether one of these is meant. */
  public boolean accept(Collection<String> audience) {
    return accepted.accepts(audience);
  }

  /** The tenants at whose addresses alone a token is good; empty where it is good everywhere. */
  List<String> onlyAt(Collection<String> audience) {
    return accepted.onlyAt(audience);
  }
}
