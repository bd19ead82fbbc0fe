package io.everythingmcp.server.protocol;

import io.everythingmcp.server.wire.Revision;
import java.util.List;

/** Which eras a server serves. */
public enum Eras {
  BOTH,
  SESSIONFUL,
  STATELESS;

  /** Those that are wanted, as far as a server has them. */
  public Eras among(boolean sessionful, boolean stateless) {
    boolean first = sessionful() && sessionful;
    boolean second = stateless() && stateless;
    if (!first && !second) {
      throw new IllegalStateException("mcp.eras names an era that this server was built without");
    }
    return second ? (first ? BOTH : STATELESS) : SESSIONFUL;
  }

  public boolean sessionful() {
    return this != STATELESS;
  }

  public boolean stateless() {
    return this != SESSIONFUL;
  }

  /** The dates of the revisions that are served, newest first. */
  public List<String> revisions() {
    return Revision.dates(revision -> revision.sessionful() ? sessionful() : stateless());
  }
}
