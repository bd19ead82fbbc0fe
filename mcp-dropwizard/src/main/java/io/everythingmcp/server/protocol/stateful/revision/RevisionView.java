package io.everythingmcp.server.protocol.stateful.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.ClientCapability;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;

/**
 * View of messages in a stateful revision. This is the only place that records which revision
 * introduced what; unsupported members are removed or converted.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/changelog">Changes in
 *     2025-11-25</a>, and the changelogs of the revisions before
 */
public final class RevisionView {
  private RevisionView() {}

  /** Returns whether a revision supports a client capability. */
  public static boolean supports(ProtocolRevision revision, ClientCapability capability) {
    return revision.atLeast(since(capability));
  }

  /** Returns the first revision that supports a client capability. */
  public static ProtocolRevision since(ClientCapability capability) {
    return switch (capability) {
      case SAMPLING, ROOTS -> ProtocolRevision.V2024_11_05;
      case ELICITATION_FORM -> ProtocolRevision.V2025_06_18;
      case ELICITATION_URL, SAMPLING_TOOLS, SAMPLING_CONTEXT -> ProtocolRevision.V2025_11_25;
    };
  }

  /**
   * Returns whether a result is the same in a revision as in the latest one, so that it can be
   * written unchanged.
   */
  public static boolean unchanged(ProtocolRevision revision, Object result) {
    return revision == ProtocolRevision.LATEST_STATEFUL
        && !(result instanceof McpSchema.CallToolResult call
            && call.structuredContent() != null
            && !(call.structuredContent() instanceof Map));
  }

  /** A result as a revision sees it; the tree may be changed. */
  public static ObjectNode result(ProtocolRevision revision, String method, ObjectNode result) {
    switch (method) {
      case "tools/list" -> each(result, "tools", tool -> DefinitionView.tool(revision, tool));
      case "prompts/list" ->
          each(result, "prompts", prompt -> DefinitionView.prompt(revision, prompt));
      case "resources/list" ->
          each(result, "resources", entry -> DefinitionView.described(revision, entry));
      case "resources/templates/list" ->
          each(result, "resourceTemplates", entry -> DefinitionView.described(revision, entry));
      case "tools/call", "tasks/result" -> ContentView.toolResult(revision, result);
      case "prompts/get" ->
          each(result, "messages", message -> ContentView.replace(revision, message, "content"));
      case "resources/read" ->
          each(result, "contents", contents -> ContentView.contents(revision, contents));
      case "initialize" -> DefinitionView.handshake(revision, result);
      default -> {}
    }
    return result;
  }

  /** Converts a notification for a revision; returns null if the revision does not support it. */
  public static ObjectNode message(ProtocolRevision revision, ObjectNode notification) {
    String method = notification.path("method").asText();
    if (method.equals("notifications/elicitation/complete")
        || method.equals("notifications/tasks/status")) {
      return revision.atLeast(ProtocolRevision.V2025_11_25) ? notification : null;
    }
    if (method.equals("notifications/progress")
        && !revision.atLeast(ProtocolRevision.V2025_03_26)) {
      ((ObjectNode) notification.get("params")).remove("message");
    }
    return notification;
  }

  /** Converts an input request to a server-to-client request of a revision. */
  public static ObjectNode clientRequest(
      ProtocolRevision revision, int id, InputRequest inputRequest) {
    if (inputRequest instanceof InputRequest.FormElicitation form) {
      ObjectNode params = WireJson.object().put("message", form.message());
      params.set(
          "requestedSchema", FormView.schema(revision, WireJson.objectOf(form.requestedSchema())));
      return RpcMessage.request(id, "elicitation/create", params);
    }
    if (inputRequest instanceof InputRequest.UrlElicitation elicitation) {
      return RpcMessage.request(
          id,
          "elicitation/create",
          WireJson.object()
              .put("mode", "url")
              .put("elicitationId", elicitation.page().id())
              .put("url", elicitation.page().url())
              .put("message", elicitation.message()));
    }
    if (inputRequest instanceof InputRequest.Sampling sample) {
      return RpcMessage.request(id, "sampling/createMessage", WireJson.tree(sample));
    }
    return RpcMessage.request(id, "roots/list", null);
  }

  private static void each(
      ObjectNode result, String field, java.util.function.Consumer<ObjectNode> change) {
    for (JsonNode entry : result.path(field)) {
      change.accept((ObjectNode) entry);
    }
  }
}
