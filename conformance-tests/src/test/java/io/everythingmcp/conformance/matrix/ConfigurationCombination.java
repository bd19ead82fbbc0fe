package io.everythingmcp.conformance.matrix;

import io.everythingmcp.conformance.client.SpecRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Configuration of the server, and a protocol revision.
 *
 * @param revision protocol revision
 * @param auth {@code AUTH_MODE}; for {@code separate} how its tokens are verified, and {@code
 *     opaque} for the mode integrated with such tokens
 * @param store {@code STORE}
 * @param eras {@code ERAS}
 */
record ConfigurationCombination(SpecRevision revision, String auth, String store, String eras) {
  private static final List<String> AUTH =
      List.of("none", "api_key", "jwt", "integrated", "opaque", "introspection", "jwks", "oauth2");
  private static final List<String> STORES = List.of("memory", "redis");

  /**
   * Returns all valid combinations: a server of one era does not support revisions of the other.
   */
  static List<ConfigurationCombination> all() {
    List<ConfigurationCombination> all = new ArrayList<>();
    for (SpecRevision revision : SpecRevision.values()) {
      for (String eras : List.of("both", revision.hasSessions() ? "stateful" : "stateless")) {
        for (String auth : AUTH) {
          STORES.forEach(
              store -> all.add(new ConfigurationCombination(revision, auth, store, eras)));
        }
      }
    }
    return all;
  }

  /**
   * Returns the pairs of values that must be covered, each value with its dimension. Authentication
   * precedes the processing of messages, so it is paired with each era and store, and not with each
   * revision or each value of {@code ERAS}.
   */
  Set<Set<String>> pairs() {
    String era = "era " + (revision.hasSessions() ? "stateful" : "stateless");
    return Set.of(
        Set.of("revision " + revision, "store " + store),
        Set.of("revision " + revision, "eras " + eras),
        Set.of(era, "auth " + auth),
        Set.of("auth " + auth, "store " + store),
        Set.of("store " + store, "eras " + eras));
  }

  /**
   * Returns whether the configuration has an authorization server whose flows can be tested; tests
   * sign the tokens of the mode jwt.
   */
  boolean givesTokens() {
    return !auth.equals("jwt");
  }

  /** Returns the configuration of the server; equal for combinations that can share a server. */
  String configuration() {
    return auth + " " + store + " " + eras;
  }

  @Override
  public String toString() {
    return "authentication %s, STORE=%s ERAS=%s, revision %s"
        .formatted(auth, store, eras, revision);
  }
}
