package io.everythingmcp.conformance.matrix;

import io.everythingmcp.conformance.client.SpecRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A configuration of the server, and a revision that is spoken to it.
 *
 * @param revision that is spoken
 * @param auth {@code AUTH_MODE}; for {@code separate} how its tokens are verified, and {@code
 *     opaque} for the mode integrated with such tokens
 * @param store {@code STORE}
 * @param eras {@code ERAS}
 */
record Combination(SpecRevision revision, String auth, String store, String eras) {
  private static final List<String> AUTH =
      List.of("none", "api_key", "jwt", "integrated", "opaque", "introspection", "jwks", "oauth2");
  private static final List<String> STORES = List.of("memory", "redis");

  /** All that make sense: a server of one era does not speak the other. */
  static List<Combination> all() {
    List<Combination> all = new ArrayList<>();
    for (SpecRevision revision : SpecRevision.values()) {
      for (String eras : List.of("both", revision.hasSessions() ? "stateful" : "stateless")) {
        for (String auth : AUTH) {
          STORES.forEach(store -> all.add(new Combination(revision, auth, store, eras)));
        }
      }
    }
    return all;
  }

  /**
   * The pairs of values that must meet, each value with the name of what it is one of. How somebody
   * is authenticated meets each era, not each revision: it is decided before a message is read.
   */
  Set<Set<String>> pairs() {
    String era = "era " + (revision.hasSessions() ? "stateful" : "stateless");
    return Set.of(
        Set.of("revision " + revision, "store " + store),
        Set.of("revision " + revision, "eras " + eras),
        Set.of(era, "auth " + auth),
        Set.of("auth " + auth, "store " + store),
        Set.of("auth " + auth, "eras " + eras),
        Set.of("store " + store, "eras " + eras));
  }

  /** Whether there is anybody who gives tokens, and flows to try; tests sign those of jwt. */
  boolean givesTokens() {
    return !auth.equals("jwt");
  }

  /** What the server has to be started with; the same for combinations that can share it. */
  String configuration() {
    return auth + " " + store + " " + eras;
  }

  @Override
  public String toString() {
    return "authentication %s, STORE=%s ERAS=%s, revision %s"
        .formatted(auth, store, eras, revision);
  }
}
