package io.everythingmcp.conformance.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;

/**
 * Caller with a token.
 *
 * @param client HTTP client of the caller
 * @param token null for an unauthenticated caller
 */
record TokenUser(RawClient client, String token, String path) {

  static TokenUser user(RawClient client, String token) {
    return new TokenUser(client, token, "/mcp");
  }

  /** Returns the same caller at a server on another path. */
  TokenUser at(String other) {
    return new TokenUser(client, token, other);
  }

  /** Adds the credential of this caller to a request. */
  RawRequest authenticated(RawRequest request) {
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /** Creates a POST request with a message. */
  RawRequest send(Object message) {
    return authenticated(client.post(path, message));
  }

  /** Creates the GET request for the stream of a session. */
  RawRequest stream() {
    return authenticated(client.get(path));
  }

  /** Creates the DELETE request that ends a session. */
  RawRequest delete() {
    return authenticated(client.request("DELETE", path));
  }

  /** Initializes a session and returns its id. */
  String session(String revision) {
    RawResponse begun = send(JsonRpcMessages.initialize(revision, "{'elicitation':{}}")).send();
    if (begun.status() != 200) {
      throw new AssertionError("initialize failed: " + begun);
    }
    return begun.header("Mcp-Session-Id");
  }

  /** Creates a POST request in a session. */
  RawRequest post(String session, Object message) {
    return send(message).header("Mcp-Session-Id", session);
  }

  /** Creates a request of revision 2026-07-28. */
  RawRequest stateless(String method, String params) {
    ObjectNode all = JsonTrees.object(params);
    all.set(
        "_meta",
        JsonTrees.object(
            "{'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
                + "'io.modelcontextprotocol/clientInfo':{'name':'t','version':'1'},"
                + "'io.modelcontextprotocol/clientCapabilities':{'elicitation':{'form':{},'url':{}},"
                + "'extensions':{'io.modelcontextprotocol/tasks':{}}}}"));
    RawRequest request =
        send(JsonRpcMessages.request(1, method, all.toString()))
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", method);
    String named = all.path("name").asText(all.path("uri").asText(all.path("taskId").asText()));
    return named.isEmpty() ? request : request.header("Mcp-Name", named);
  }
}
