package io.everythingmcp.conformance.revisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;

/**
 * Sends requests, responds to the requests of the server, and passes every message to a validator.
 */
final class ValidatedConversation {
  private final McpSession session;
  private final MessageValidator messageValidator;

  ValidatedConversation(McpSession session, MessageValidator messageValidator) {
    this.session = session;
    this.messageValidator = messageValidator;
    messageValidator.validateResponse("initialize", session.handshake());
  }

  /** Sends a request; returns the whole response. */
  JsonNode request(String method, String params) {
    return send(method, JsonRpcMessages.request(session.nextId(), method, params));
  }

  /** Calls a tool, with a progress token. */
  JsonNode call(String tool, JsonNode arguments) {
    return send("tools/call", calling(tool, arguments));
  }

  JsonNode call(String tool, String arguments) {
    return call(tool, JsonTrees.object(arguments));
  }

  /** Calls a tool as a task; returns the id of the task. */
  String startTask(String tool, String arguments) {
    ObjectNode call = calling(tool, JsonTrees.object(arguments));
    ((ObjectNode) call.get("params")).putObject("task").put("ttl", 60_000);
    return send("tools/call as a task", call).path("result").path("task").path("taskId").asText();
  }

  private ObjectNode calling(String tool, JsonNode arguments) {
    ObjectNode call = JsonRpcMessages.call(session.nextId(), tool, "{}");
    ObjectNode params = (ObjectNode) call.get("params");
    params.set("arguments", arguments);
    params.putObject("_meta").put("progressToken", call.path("id").asInt());
    return call;
  }

  private JsonNode send(String method, ObjectNode request) {
    RawResponse response = session.post(request).send();
    if (!response.isStream()) {
      messageValidator.validateResponse(method, response.json());
      return response.json();
    }
    String last = null;
    SseStream stream = response.events();
    while (true) {
      SseEvent event = stream.nextOrEnd();
      if (event == null) {
        stream = session.resume(last);
        continue;
      }
      last = event.id() == null ? last : event.id();
      if (event.hasMessage() && isAnswer(event.json(), method)) {
        return event.json();
      }
    }
  }

  private boolean isAnswer(JsonNode message, String method) {
    if (!message.has("method")) {
      messageValidator.validateResponse(method, message);
      return true;
    }
    messageValidator.message(message);
    if (message.has("id")) {
      session.post(RespondingClient.response(message)).send();
    }
    return false;
  }
}
