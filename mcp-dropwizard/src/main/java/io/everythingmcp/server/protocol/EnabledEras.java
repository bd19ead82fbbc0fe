package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.everythingmcp.server.wire.ProtocolRevision;
import java.util.List;
import java.util.Locale;

/** Which eras a server serves. */
public enum EnabledEras {
  BOTH,
  STATEFUL,
  STATELESS;

  /**
   * Parses a value of the configuration; {@code sessionful} is the former name of {@code stateful}.
   */
  @JsonCreator
  public static EnabledEras of(String word) {
    String name = word.strip().toUpperCase(Locale.ROOT);
    return name.equals("SESSIONFUL") ? STATEFUL : valueOf(name);
  }

  /** Returns the enabled eras that the server supports. */
  public EnabledEras among(boolean stateful, boolean stateless) {
    boolean first = stateful() && stateful;
    boolean second = stateless() && stateless;
    if (!first && !second) {
      throw new IllegalStateException("mcp.eras names an era that this server was built without");
    }
    return second ? (first ? BOTH : STATELESS) : STATEFUL;
  }

  public boolean stateful() {
    return this != STATELESS;
  }

  public boolean stateless() {
    return this != STATEFUL;
  }

  /** Returns the dates of the enabled revisions, latest first. */
  public List<String> revisions() {
    return ProtocolRevision.dates(revision -> revision.stateful() ? stateful() : stateless());
  }
}
