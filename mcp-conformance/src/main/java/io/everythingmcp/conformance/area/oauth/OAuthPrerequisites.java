package io.everythingmcp.conformance.area.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.oauth.OAuthDiscovery;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.oauth.PreregisteredClient;
import io.everythingmcp.conformance.oauth.UserLogin;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.server.TestCaller;

/** The OAuth features that scenarios require. */
final class OAuthPrerequisites {
  private OAuthPrerequisites() {}

  static OAuthDiscovery resource(ScenarioContext probe) {
    OAuthDiscovery found = OAuthDiscovery.of(probe.anonymous(), probe.profile().server().url());
    boolean oauth = !found.resource().isMissingNode() || found.challenge().startsWith("Bearer");
    probe.assumeThat(oauth, "the server does not require OAuth: " + found.challenge());
    return found;
  }

  static OAuthDiscovery server(ScenarioContext probe) {
    OAuthDiscovery found = resource(probe);
    probe.assumeThat(found.found(), "no authorization server is found, see oauth/server-metadata");
    return found;
  }

  /** Returns the flow of a dynamically registered client. */
  static OAuthFlow flow(ScenarioContext probe) {
    OAuthDiscovery found = server(probe);
    probe.assumeThat(
        found.server().has("registration_endpoint"),
        "the authorization server does not support dynamic registration");
    return OAuthFlow.register(probe.anonymous(), found, login(probe));
  }

  /** Returns the flow of a pre-registered client. */
  static OAuthFlow known(ScenarioContext probe) {
    return OAuthFlow.of(probe.anonymous(), server(probe), login(probe), client(probe));
  }

  static PreregisteredClient client(ScenarioContext probe) {
    return probe.profile().server().client().orElseThrow();
  }

  /** Returns the flow of a client with a client ID metadata document. */
  static OAuthFlow described(ScenarioContext probe) {
    OAuthDiscovery found = server(probe);
    probe.assumeThat(
        found.server().path("client_id_metadata_document_supported").asBoolean(),
        "the authorization server does not support client ID metadata documents");
    return OAuthFlow.of(
        probe.anonymous(), found, login(probe), probe.profile().server().document().orElseThrow());
  }

  private static UserLogin login(ScenarioContext probe) {
    return probe.profile().server().login().orElseThrow();
  }

  /** Requires that the server accepts the access token. */
  static void expectIn(ScenarioContext probe, JsonNode tokens) {
    probe.expect(
        tokens.path("token_type").asText().equalsIgnoreCase("Bearer"), "a bearer token", "another");
    TestCaller caller = TestCaller.token("new", tokens.path("access_token").asText());
    McpResponse reply =
        StatefulClient.initialize(
            probe.anonymous().with(caller.headers()), probe.path(), "2025-11-25", "{}");
    probe.expect(
        reply.status() != 401 && reply.status() != 403, "that the token is accepted", reply);
  }

  /** Returns the initially requested scopes. */
  static String scope(ScenarioContext probe) {
    return server(probe).scope();
  }
}
