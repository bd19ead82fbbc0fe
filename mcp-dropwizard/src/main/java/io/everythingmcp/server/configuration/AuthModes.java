package io.everythingmcp.server.configuration;

import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.tenant.MountConfiguration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The modes of authentication that are accepted together.
 *
 * @param all the main one first
 */
public record AuthModes(List<Mode> all) {
  private static final Set<Mode> OWN_SERVER = EnumSet.of(Mode.INTEGRATED, Mode.OAUTH2);

  /** Returns the modes of a configuration. */
  public static AuthModes of(AuthConfiguration auth) {
    return new AuthModes(
        Stream.concat(Stream.of(auth.getMode()), auth.furtherModes().stream()).distinct().toList());
  }

  /** Returns the modes of a mounted server: its own, or the default ones. */
  public static AuthModes of(MountConfiguration mount, AuthConfiguration auth) {
    List<String> own = CommaSeparatedList.of(mount.getAuth());
    return own.isEmpty()
        ? of(auth)
        : new AuthModes(own.stream().map(AuthModes::mode).distinct().toList());
  }

  /** Returns all modes accepted on any endpoint; none if there are none. */
  public static AuthModes anywhere(McpConfiguration configuration) {
    AuthConfiguration auth = configuration.getAuth();
    return new AuthModes(
        Stream.concat(
                of(auth).all().stream(),
                configuration.getMounts().stream().flatMap(m -> of(m, auth).all().stream()))
            .filter(mode -> mode != Mode.NONE)
            .distinct()
            .toList());
  }

  /**
   * Returns a mode by its name.
   *
   * @throws IllegalArgumentException for an invalid mode
   */
  static Mode mode(String name) {
    return Mode.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Returns whether any mode requires authentication. */
  public boolean any() {
    return !all.contains(Mode.NONE);
  }

  /** Whether this one is accepted. */
  public boolean has(Mode mode) {
    return all.contains(mode);
  }

  /** Returns the modes with bearer tokens. */
  public List<Mode> bearer() {
    return all.stream().filter(mode -> mode != Mode.API_KEY && mode != Mode.NONE).toList();
  }

  /** Returns whether this process issues tokens. */
  public boolean ownServer() {
    return all.stream().anyMatch(OWN_SERVER::contains);
  }
}
