package io.everythingmcp.conformance.matrix;

import io.everythingmcp.conformance.talk.Revision;
import java.util.ArrayList;
import java.util.List;

/**
 * A configuration of the server, and a revision that is spoken to it.
 *
 * @param revision that is spoken
 * @param auth {@code AUTH_MODE}
 * @param store {@code STORE}
 * @param eras {@code ERAS}
 */
record Combination(Revision revision, String auth, String store, String eras) {
  private static final List<String> AUTH = List.of("none", "api_key");
  private static final List<String> STORES = List.of("memory", "redis");

  /** All that make sense: a server of one era does not speak the other. */
  static List<Combination> all() {
    List<Combination> all = new ArrayList<>();
    for (Revision revision : Revision.values()) {
      for (String eras : List.of("both", revision.hasSessions() ? "sessionful" : "stateless")) {
        for (String auth : AUTH) {
          STORES.forEach(store -> all.add(new Combination(revision, auth, store, eras)));
        }
      }
    }
    return all;
  }

  /** The values, each with the name of what it is a value of. */
  List<String> values() {
    return List.of("revision " + revision, "auth " + auth, "store " + store, "eras " + eras);
  }

  /** What the server has to be started with; the same for combinations that can share it. */
  String configuration() {
    return auth + " " + store + " " + eras;
  }

  @Override
  public String toString() {
    return "AUTH_MODE=%s STORE=%s ERAS=%s, revision %s".formatted(auth, store, eras, revision);
  }
}
