package io.everythingmcp.check.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.EndpointKind;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Changes with the tools {@code addTool} and {@code removeTool}: the ordinary server adds and
 * removes a tool; in addition a prompt is removed and added, and the resources to which the client
 * has subscribed change.
 */
final class ListChange implements RunFault {
  private static final String PROMPT = "completable_prompt";
  private static final int LONGEST_URI = 2000;
  private static final int MOST_SUBSCRIPTIONS = 100;

  private final Set<String> subscribed = new LinkedHashSet<>();
  private boolean removed;
  private int changes;

  @Override
  public void meet(RunCall call, FaultScene scene) {
    JsonNode params = call.message().path("params");
    switch (call.rpcMethod()) {
      case "resources/subscribe" -> subscribe(params.path("uri"));
      case "resources/unsubscribe" -> subscribed.remove(params.path("uri").asText());
      case "subscriptions/listen" ->
          params.path("notifications").path("resourceSubscriptions").forEach(this::subscribe);
      case "prompts/list" -> list(call);
      case "prompts/get" -> get(call, params);
      case "resources/read" -> read(call);
      default -> {
        if (call.calls("addTool") || call.calls("removeTool")) {
          change(call, scene);
        }
      }
    }
  }

  private void subscribe(JsonNode uri) {
    if (uri.isTextual()
        && uri.textValue().length() <= LONGEST_URI
        && subscribed.size() < MOST_SUBSCRIPTIONS) {
      subscribed.add(uri.textValue());
    }
  }

  private void change(RunCall call, FaultScene scene) {
    removed = call.calls("addTool");
    changes++;
    scene.provoked("P30", call.n(), FaultDetails.of("list", "tools"));
    scene.provoked("P30", call.n(), FaultDetails.of("list", "prompts"));
    call.announce(ServerChange.PROMPTS);
    for (String uri : subscribed) {
      scene.provoked("P31", call.n(), FaultDetails.of("uri", uri));
      call.announce(new ServerChange(uri));
    }
  }

  private void list(RunCall call) {
    if (removed) {
      call.fault("P30");
      call.look(response -> response.change(ListChange::withoutPrompt));
    }
  }

  private static void withoutPrompt(ObjectNode json) {
    if (json.path("result").path("prompts") instanceof ArrayNode prompts) {
      prompts.removeIf(prompt -> prompt.path("name").asText().equals(PROMPT));
    }
  }

  private void get(RunCall call, JsonNode params) {
    // Over HTTP+SSE the response would be an event of another stream.
    if (removed
        && call.endpoint() == EndpointKind.MCP
        && params.path("name").asText().equals(PROMPT)) {
      call.replaceResponse(
          "P30", ReplacementResponse.error(200, call, -32602, "Unknown prompt: it was removed"));
    }
  }

  private void read(RunCall call) {
    if (changes == 0) {
      return;
    }
    String note = "\n\n(Changed: version " + (changes + 1) + ")";
    call.fault("P31");
    call.look(
        response ->
            response.change(
                json -> json.path("result").path("contents").forEach(one -> append(one, note))));
  }

  private static void append(JsonNode content, String note) {
    if (content instanceof ObjectNode text
        && text.path("text").isTextual()
        && text.path("mimeType").asText("text/plain").startsWith("text/")) {
      text.put("text", text.get("text").textValue() + note);
    }
  }
}
