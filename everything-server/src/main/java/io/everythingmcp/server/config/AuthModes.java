package io.everythingmcp.server.config;

import io.everythingmcp.server.config.AuthConfiguration.Mode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The modes of authentication that are accepted together.
 *
 * @param all the main one first
 */
public record AuthModes(List<Mode> all) {
  private static final Set<Mode> OWN_SERVER = EnumSet.of(Mode.INTEGRATED, Mode.OAUTH2);

  /** Those of a configuration. */
  public static AuthModes of(AuthConfiguration auth) {
    return new AuthModes(
        Stream.concat(Stream.of(auth.getMode()), auth.furtherModes().stream()).distinct().toList());
  }

  /** Whether anybody is asked who they are. */
  public boolean any() {
    return !all.contains(Mode.NONE);
  }

  /** Whether this one is accepted. */
  public boolean has(Mode mode) {
    return all.contains(mode);
  }

  /** Those that take a bearer token. */
  public List<Mode> bearer() {
    return all.stream().filter(mode -> mode != Mode.API_KEY && mode != Mode.NONE).toList();
  }

  /** Whether this process gives tokens. */
  public boolean ownServer() {
    return all.stream().anyMatch(OWN_SERVER::contains);
  }
}
