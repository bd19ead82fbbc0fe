package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.oauth.Discovery;
import io.everythingmcp.conformance.oauth.Flow;
import io.everythingmcp.conformance.scenario.Probe;

/** What is found out about the way in. */
final class Found {
  private Found() {}

  static Discovery resource(Probe probe) {
    Discovery found = Discovery.of(probe.anonymous(), probe.profile().server().url());
    boolean oauth = !found.resource().isMissingNode() || found.challenge().startsWith("Bearer");
    probe.onlyIf(oauth, "the server does not point to OAuth: " + found.challenge());
    return found;
  }

  static Discovery server(Probe probe) {
    Discovery found = resource(probe);
    probe.onlyIf(found.found(), "no authorization server is found, see oauth/server-metadata");
    return found;
  }

  /** A client that has registered itself. */
  static Flow flow(Probe probe) {
    Discovery found = server(probe);
    probe.onlyIf(found.server().has("registration_endpoint"), "clients cannot register themselves");
    return Flow.register(probe.anonymous(), found, probe.profile().server().login().orElseThrow());
  }

  /** Everything that a client asks for at first. */
  static String scope(Probe probe) {
    return server(probe).scope();
  }
}
