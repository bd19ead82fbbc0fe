package io.everythingmcp.conformance.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scopes: the operations that they permit, and the challenge that names the required scope. */
class ScopesIT {
  private static final String NONE = "profile";
  private static final String ADMIN_CALL = "{'name':'removeTool','arguments':{}}";

  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with(CredentialsIT.SERVER_SETTINGS);

  private static TokenUser with(String scope) {
    return TokenUser.user(SERVER.client(), SignedTokens.good(SERVER.uri(), "alice", scope));
  }

  private static void forbidden(RawResponse response, String scope) {
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.header("WWW-Authenticate"))
        .isEqualTo(
            "Bearer error=\"insufficient_scope\", error_description=\"Insufficient scope; required:"
                + " "
                + scope
                + "\", resource_metadata=\""
                + SERVER.uri()
                + "/.well-known/oauth-protected-resource/mcp\", scope=\""
                + scope
                + "\"");
    assertThat(response.json().path("error").path("data").path("requiredScopes").get(0).asText())
        .isEqualTo(scope);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "tools/list; {}; mcp:read",
        "resources/list; {}; mcp:read",
        "prompts/list; {}; mcp:read",
        "tools/call; {'name':'echo','arguments':{'message':'x'}}; mcp:write",
        "tools/call; {'name':'no such tool','arguments':{}}; mcp:write",
        "tools/call; {'name':'removeTool','arguments':{}}; mcp:admin"
      })
  void eachOperationRequiresItsScopeInBothEras(String method, String params, String needed) {
    String[] all = {NONE, "mcp:read", "mcp:write", "mcp:admin"};
    boolean enough = false;
    for (String scope : all) {
      enough |= scope.equals(needed);
      RawResponse stateless = with(scope).stateless(method, params).send();
      String session = with("mcp:read").session("2025-11-25");
      RawResponse stateful =
          with(scope).post(session, JsonRpcMessages.request(7, method, params)).send();
      if (enough) {
        assertThat(stateless.status()).isEqualTo(200);
        assertThat(stateful.status()).isEqualTo(200);
      } else {
        forbidden(stateless, needed);
        forbidden(stateful, needed);
        assertThat(stateful.json().path("id").asInt()).isEqualTo(7);
      }
    }
  }

  @Test
  void batchIsRejectedAsAWholeAndNamesAllScopes() {
    String session = with("mcp:write").session("2025-03-26");
    String batch =
        "["
            + JsonRpcMessages.request(1, "ping")
            + ","
            + JsonRpcMessages.request(2, "tools/call", ADMIN_CALL)
            + ","
            + JsonRpcMessages.call(3, "echo", "{'message':'x'}")
            + "]";
    forbidden(with("mcp:write").post(session, batch).send(), "mcp:admin");
    RawResponse served = with("mcp:admin").post(session, batch).send();
    assertThat(served.status()).isEqualTo(200);
    assertThat(served.json()).hasSize(3);
  }

  @Test
  void httpSsePostIsRejectedAndNamesResourceOfTheStream() {
    var stream = with("mcp:read").authenticated(SERVER.client().get("/sse")).send().events();
    String address = stream.next().data();
    RawResponse refused =
        with("mcp:read")
            .authenticated(
                SERVER.client().post(address, JsonRpcMessages.call(1, "echo", "{'message':'x'}")))
            .send();
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("WWW-Authenticate"))
        .contains("insufficient_scope", "/.well-known/oauth-protected-resource/sse\"");
    stream.close();
  }

  @ParameterizedTest
  @CsvSource({"GET, /mcp", "DELETE, /mcp", "GET, /sse"})
  void streamsRequireAScope(String verb, String path) {
    RawResponse refused =
        with(NONE)
            .authenticated(
                SERVER.client().request(verb, path).header("Accept", "text/event-stream"))
            .send();
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("WWW-Authenticate")).contains("scope=\"mcp:read\"");
  }

  @Test
  void toolWithHigherScopeIsListedForStepUp() {
    String tools = with("mcp:read").stateless("tools/list", "{}").send().text();
    assertThat(tools).contains("\"removeTool\"");
  }

  @Test
  void apiKeyHasAllScopes() {
    RawResponse served =
        TokenUser.user(SERVER.client(), null)
            .stateless("tools/call", ADMIN_CALL)
            .header("X-API-Key", "an-api-key-of-the-tests")
            .send();
    assertThat(served.status()).isEqualTo(200);
  }
}
