package io.everythingmcp.conformance.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two users on all transports; the owner uses a different token at each call. */
class IsolationIT extends IsolationContract {
  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with(CredentialsIT.SERVER_SETTINGS);

  @Override
  TokenUser user(String name) {
    ObjectNode claims = SignedTokens.claims(SERVER.uri().toString(), name, "mcp:write");
    return TokenUser.user(
        SERVER.client(), SignedTokens.signed(claims.put("jti", "" + System.nanoTime())));
  }

  @Test
  void httpSseSessionOfAnotherCallerIsNotFound() {
    SseStream stream = user("alice").authenticated(SERVER.client().get("/sse")).send().events();
    String address = stream.next().data();
    String session = address.replaceAll(".*=", "");
    ObjectNode hello = JsonRpcMessages.initialize("2024-11-05", "{}");
    assertThat(user("bob").authenticated(SERVER.client().post(address, hello)).send().status())
        .isEqualTo(404);
    assertThat(user("bob").post(session, JsonRpcMessages.request(1, "ping")).send().status())
        .isEqualTo(404);
    assertThat(user("alice").authenticated(SERVER.client().post(address, hello)).send().status())
        .isEqualTo(202);
    assertThat(stream.message().path("id").asText()).isEqualTo("init");
    stream.close();
  }

  @Test
  void elicitationPageOfAnotherCallerIsNotShown() {
    String text =
        user("alice").stateless("tools/call", "{'name':'elicitUrl','arguments':{}}").send().text();
    String page = text.replaceAll("(?s).*(/elicitation/[A-Za-z0-9]+).*", "$1");
    assertThat(page).startsWith("/elicitation/");
    assertThat(SERVER.client().request("GET", page).send().status()).isEqualTo(404);
    assertThat(user("bob").authenticated(SERVER.client().request("GET", page)).send().status())
        .isEqualTo(404);
  }
}
