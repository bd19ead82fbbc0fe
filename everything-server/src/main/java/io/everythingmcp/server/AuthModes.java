package io.everythingmcp.server;

import io.everythingmcp.server.config.AuthConfiguration;
import io.everythingmcp.server.config.AuthConfiguration.Mode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The modes of authentication that are accepted together, the main one first. */
record AuthModes(List<Mode> all) {
  private static final Set<Mode> OWN_SERVER = EnumSet.of(Mode.INTEGRATED, Mode.OAUTH2);

  static AuthModes of(AuthConfiguration auth) {
    return new AuthModes(
        Stream.concat(Stream.of(auth.getMode()), auth.furtherModes().stream()).distinct().toList());
  }

  /** Whether anybody is asked who they are. */
  boolean any() {
    return !all.contains(Mode.NONE);
  }

  boolean has(Mode mode) {
    return all.contains(mode);
  }

  /** Those that take a bearer token. */
  List<Mode> bearer() {
    return all.stream().filter(mode -> mode != Mode.API_KEY && mode != Mode.NONE).toList();
  }

  /** Whether this process gives tokens. */
  boolean ownServer() {
    return all.stream().anyMatch(OWN_SERVER::contains);
  }
}
