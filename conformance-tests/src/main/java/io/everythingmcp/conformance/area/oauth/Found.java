package io.everythingmcp.conformance.area.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.oauth.Discovery;
import io.everythingmcp.conformance.oauth.Flow;
import io.everythingmcp.conformance.oauth.KnownClient;
import io.everythingmcp.conformance.oauth.Login;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.server.Caller;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Session;

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
    return Flow.register(probe.anonymous(), found, login(probe));
  }

  /** The client that was registered beforehand. */
  static Flow known(Probe probe) {
    return Flow.of(probe.anonymous(), server(probe), login(probe), client(probe));
  }

  static KnownClient client(Probe probe) {
    return probe.profile().server().client().orElseThrow();
  }

  /** The client that describes itself, where authorization servers look. */
  static Flow described(Probe probe) {
    Discovery found = server(probe);
    probe.onlyIf(
        found.server().path("client_id_metadata_document_supported").asBoolean(),
        "the authorization server does not say that it looks at documents of clients");
    return Flow.of(
        probe.anonymous(), found, login(probe), probe.profile().server().document().orElseThrow());
  }

  private static Login login(Probe probe) {
    return probe.profile().server().login().orElseThrow();
  }

  /** Whether the server lets somebody in who has a token. */
  static void expectIn(Probe probe, JsonNode tokens) {
    probe.expect(
        tokens.path("token_type").asText().equalsIgnoreCase("Bearer"), "a bearer token", "another");
    Caller caller = Caller.token("new", tokens.path("access_token").asText());
    Reply reply =
        Session.initialize(
            probe.anonymous().with(caller.headers()), probe.path(), "2025-11-25", "{}");
    probe.expect(reply.status() != 401 && reply.status() != 403, "that the token lets in", reply);
  }

  /** Everything that a client asks for at first. */
  static String scope(Probe probe) {
    return server(probe).scope();
  }
}
