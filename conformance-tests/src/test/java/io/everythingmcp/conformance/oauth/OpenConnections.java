package io.everythingmcp.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Caller that leaves sessions and streams open. */
record OpenConnections(RawClient client, String path, UnaryOperator<RawRequest> credential) {
  private static final String LATEST = "2025-11-25";
  private static final String LONG =
      "{'name':'longRunningOperation','arguments':{'duration':120,'steps':600},"
          + "'_meta':{'progressToken':'p'%s}}";
  private static final String MODERN =
      ",'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
          + "'io.modelcontextprotocol/clientCapabilities':{}";

  /** Initializes a session; returns its id. */
  String session() {
    RawResponse begun =
        credential.apply(client.post(path, JsonRpcMessages.initialize(LATEST, "{}"))).send();
    assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
    String session = begun.header("Mcp-Session-Id");
    in(session, JsonRpcMessages.notification("notifications/initialized")).send();
    return session;
  }

  RawRequest in(String session, Object message) {
    return credential
        .apply(client.post(path, message))
        .header("Mcp-Session-Id", session)
        .header("MCP-Protocol-Version", LATEST);
  }

  SseStream stream(String session) {
    RawRequest request = credential.apply(client.get(path));
    RawResponse open =
        request.header("Mcp-Session-Id", session).header("MCP-Protocol-Version", LATEST).send();
    assertThat(open.status()).as(open.toString()).isEqualTo(200);
    return open.events();
  }

  /** Opens an HTTP+SSE stream, which only the default server supports. */
  SseStream legacy() {
    RawResponse open = credential.apply(client.get("/sse")).send();
    assertThat(open.status()).as(open.toString()).isEqualTo(200);
    SseStream stream = open.events();
    stream.next();
    return stream;
  }

  /**
   * Opens a stream, a subscription, and a call in each era; returns when all of them have started.
   */
  Map<String, SseStream> everything(String session) {
    Map<String, SseStream> open = new LinkedHashMap<>();
    open.put("GET", stream(session));
    open.put(
        "call",
        awaitFirstEvent(
            in(session, JsonRpcMessages.request(7, "tools/call", LONG.formatted(""))).send()));
    open.put("modern call", awaitFirstEvent(modern("tools/call", LONG.formatted(MODERN))));
    open.put(
        "subscription",
        awaitFirstEvent(
            modern(
                "subscriptions/listen",
                "{'notifications':{'toolsListChanged':true},'_meta':{"
                    + MODERN.substring(1)
                    + "}}")));
    return open;
  }

  private RawResponse modern(String method, String params) {
    ObjectNode message =
        (ObjectNode) JsonTrees.read(JsonRpcMessages.request(8, method, params).toString());
    RawRequest request =
        credential
            .apply(client.post(path, message))
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", method);
    if (method.equals("tools/call")) {
      request.header("Mcp-Name", "longRunningOperation");
    }
    return request.send();
  }

  private static SseStream awaitFirstEvent(RawResponse response) {
    assertThat(response.status()).as(response.toString()).isEqualTo(200);
    SseStream stream = response.events();
    stream.nextWithMessage();
    return stream;
  }
}
