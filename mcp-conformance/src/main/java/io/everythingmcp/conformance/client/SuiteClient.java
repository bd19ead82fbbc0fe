package io.everythingmcp.conformance.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawRequest;

/** A conversation with a server in one revision. */
public interface SuiteClient {

  SpecRevision revision();

  /** Returns the capabilities of the server. */
  JsonNode capabilities();

  /** Returns an unused id. */
  int nextId();

  /** Returns a request with all required metadata of the revision. */
  RawRequest post(ObjectNode message);

  /** Responds to a request of the server. */
  void respond(JsonNode request);

  /** Creates a request; its params are JSON, optionally with single quotes. */
  default RawRequest prepareRequest(String method, String params) {
    return post(JsonRpcMessages.request(nextId(), method, params));
  }

  /** Sends a message and reads up to its response. */
  default McpResponse send(RawRequest request) {
    return McpResponse.of(request.send(), this::respond);
  }

  /** Sends a request and reads up to its response. */
  default McpResponse callMethod(String method, String params) {
    return send(prepareRequest(method, params));
  }

  /** Sends a request without params. */
  default McpResponse callMethod(String method) {
    return callMethod(method, "{}");
  }

  /** Creates a call of a tool. */
  default RawRequest calling(ToolCall call) {
    return post(call.message(nextId()));
  }

  /** Calls a tool. */
  default McpResponse call(ToolCall call) {
    return send(calling(call));
  }

  /** Whether the server declared a capability; its parts are separated by dots. */
  default boolean declares(String capability) {
    JsonNode node = capabilities();
    for (String part : capability.split("\\.", -1)) {
      node = node.path(part);
    }
    return !node.isMissingNode() && !node.isNull() && !(node.isBoolean() && !node.asBoolean());
  }
}
