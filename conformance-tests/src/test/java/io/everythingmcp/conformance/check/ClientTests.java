package io.everythingmcp.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.clientrun.ClientCheckRun;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.junit.McpClientCheck;
import io.everythingmcp.conformance.junit.UnmetShould;
import io.everythingmcp.conformance.oauth.OAuthDiscovery;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.oauth.QueryParameters;
import org.junit.jupiter.api.Test;

/** Tests of an author of a client: some of them are expected to fail. */
final class ClientTests {
  private ClientTests() {}

  /** Client with one session. */
  private static final class ShortSession {
    private final RawClient http;
    private final String token;
    private String session;

    ShortSession(ClientCheckRun run, String token) {
      this.http = new RawClient(run.mcpUrl());
      this.token = token;
    }

    ShortSession begin() {
      RawResponse begun =
          send(
              "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'protocolVersion':"
                  + "'2025-11-25','capabilities':{},'clientInfo':{'name':'short','version':'1'}}}");
      session = begun.header("Mcp-Session-Id");
      send("{'jsonrpc':'2.0','method':'notifications/initialized'}");
      return this;
    }

    ShortSession ping(int id) {
      send("{'jsonrpc':'2.0','id':" + id + ",'method':'ping'}");
      return this;
    }

    ShortSession call(int id, String tool) {
      send(
          "{'jsonrpc':'2.0','id':%d,'method':'tools/call','params':{'name':'%s','arguments':{}}}"
              .formatted(id, tool));
      return this;
    }

    void end() {
      headers(http.request("DELETE", "")).send();
    }

    private RawResponse send(String message) {
      RawResponse response = headers(http.post("", JsonTrees.object(message))).send();
      response.text();
      return response;
    }

    private RawRequest headers(RawRequest request) {
      if (session != null) {
        request.header("Mcp-Session-Id", session).header("MCP-Protocol-Version", "2025-11-25");
      }
      return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
  }

  private static ShortSession begin(ClientCheckRun run) {
    return new ShortSession(run, "").begin();
  }

  /** The default options. */
  @McpClientCheck
  static final class WithDefaults {
    @Test
    void conforms(ClientCheckRun run) {
      begin(run).ping(2).ping(3).end();
    }

    @Test
    void repeatsAnId(ClientCheckRun run) {
      begin(run).ping(2).ping(2).end();
    }

    @Test
    void repeatsAnIdAndFails(ClientCheckRun run) {
      begin(run).ping(2).ping(2).end();
      throw new IllegalStateException("failure of the test itself");
    }

    @Test
    void leavesTheSession(ClientCheckRun run) {
      begin(run).ping(2);
    }

    @Test
    void sendsNothing(ClientCheckRun run) {
      assertThat(run.preset()).isEqualTo("plain");
    }

    @Test
    void hasNoRun() {
      assertThat(getClass()).isNotNull();
    }

    @Test
    @McpClientCheck
    void needsARun() {
      assertThat(getClass()).isNotNull();
    }
  }

  /** Options that select rules. */
  @McpClientCheck(only = "B03", expectedFailures = "B03")
  static final class WithExpectedFailure {
    @Test
    void violates(ClientCheckRun run) {
      begin(run).ping(2).ping(2).end();
    }

    @Test
    void keeps(ClientCheckRun run) {
      begin(run).ping(2).ping(3).end();
    }

    @Test
    @McpClientCheck(only = "B01")
    void violatesAnotherRule(ClientCheckRun run) {
      begin(run).ping(2).ping(2).end();
    }

    @Test
    @McpClientCheck(only = "A05")
    void showsNothingOfTheRule(ClientCheckRun run) {
      begin(run).ping(2).end();
    }

    @Test
    @McpClientCheck(only = "Z99")
    void namesAnUnknownRule(ClientCheckRun run) {
      begin(run).end();
    }

    @Test
    @McpClientCheck(preset = "plane")
    void namesAnUnknownPreset(ClientCheckRun run) {
      begin(run).end();
    }
  }

  /** The effects of a SHOULD that is not followed, and missing steps. */
  static final class WithOtherOptions {
    @Test
    @McpClientCheck(unmetShould = UnmetShould.FAIL)
    void shouldFails(ClientCheckRun run) {
      begin(run).ping(2);
    }

    @Test
    @McpClientCheck(unmetShould = UnmetShould.ABORT)
    void shouldAborts(ClientCheckRun run) {
      begin(run).ping(2);
    }

    @Test
    @McpClientCheck(allSteps = true)
    void stepIsMissing(ClientCheckRun run) {
      begin(run).ping(2).end();
    }
  }

  /** Presets with a sign-in and with a fault. */
  static final class WithPresets {
    @Test
    @McpClientCheck(preset = "oauth", allSteps = true)
    void signsIn(ClientCheckRun run) {
      RawClient http = new RawClient(run.mcpUrl());
      OAuthDiscovery discovery = OAuthDiscovery.of(http, run.mcpUrl());
      OAuthFlow flow =
          OAuthFlow.register(
              http,
              discovery,
              (browser, request, redirect) ->
                  QueryParameters.read(run.signIn(request).getRawQuery()));
      String token = flow.tokens("mcp:read mcp:write").path("access_token").asText();
      new ShortSession(run, token).begin().call(2, "whoAmI").end();
    }

    @Test
    @McpClientCheck
    void keepsAnEndedSession(ClientCheckRun run) {
      ShortSession session = begin(run).ping(2);
      run.provoke("end-session");
      session.ping(3).ping(4).ping(5);
    }

    @Test
    @McpClientCheck
    void provokesAnUnknownFault(ClientCheckRun run) {
      begin(run).end();
      run.provoke("earthquake");
    }
  }
}
