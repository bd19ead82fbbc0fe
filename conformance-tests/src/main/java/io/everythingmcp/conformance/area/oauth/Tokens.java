package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.scenario.Probe;

/** The token of whoever speaks to the server. */
final class Tokens {
  private static final String BEARER = "Bearer ";

  private Tokens() {}

  static String of(Probe probe) {
    String header = probe.profile().server().first().headers().getOrDefault("Authorization", "");
    probe.onlyIf(header.startsWith(BEARER), "there is no token: give --token or --oauth");
    return header.substring(BEARER.length());
  }
}
