package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.scenario.ScenarioContext;

/** The access token of the first caller. */
final class CallerTokens {
  private static final String BEARER = "Bearer ";

  private CallerTokens() {}

  static String of(ScenarioContext probe) {
    String header = probe.profile().server().first().headers().getOrDefault("Authorization", "");
    probe.assumeThat(header.startsWith(BEARER), "no token is configured: set --token or --oauth");
    return header.substring(BEARER.length());
  }
}
