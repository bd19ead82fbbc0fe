package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.catalog.SchemaCompiler;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.WireJson;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Rules for client responses to server requests: {@code ElicitResult}, {@code CreateMessageResult}
 * and {@code ListRootsResult} of the schema of each revision.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation">Elicitation</a>,
 *     <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/sampling">Sampling</a>,
 *     <a href="https://modelcontextprotocol.io/specification/2025-11-25/client/roots">Roots</a>
 */
public final class InputResponseRules {
  private static final Set<String> ACTIONS = Set.of("accept", "decline", "cancel");
  private static final Set<String> ROLES = Set.of("user", "assistant");
  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

  private final SchemaCompiler schemas = new SchemaCompiler();

  /** Returns why a value is not a valid response; empty if it is valid. */
  public Optional<String> malformed(
      ExpectedInputResponse expected, JsonNode response, ProtocolRevision revision) {
    if (!response.isObject()) {
      return Optional.of("must be an object: the result of " + expected.method());
    }
    if (!optional(response, "_meta", JsonNode::isObject)) {
      return Optional.of("must have an object as \"_meta\", or none");
    }
    return switch (expected.method()) {
      case "elicitation/create" -> elicitation(response);
      case "sampling/createMessage" -> sample(response, revision);
      default -> roots(response);
    };
  }

  /** Returns why a response does not match its form; empty if it matches or there is no form. */
  public Optional<String> unfit(ExpectedInputResponse expected, JsonNode response) {
    if (expected.form() == null || !response.path("action").asText().equals("accept")) {
      return Optional.empty();
    }
    JsonNode content = response.path("content");
    return schemas
        .compile(expected.form())
        .violations(content.isObject() ? content : WireJson.object());
  }

  private static Optional<String> elicitation(JsonNode response) {
    JsonNode action = response.path("action");
    if (!action.isTextual() || !ACTIONS.contains(action.textValue())) {
      return Optional.of("must have an \"action\": accept, decline or cancel");
    }
    if (!optional(response, "content", JsonNode::isObject)) {
      return Optional.of("must have an object as \"content\", or none");
    }
    for (JsonNode value : response.path("content")) {
      if (value.isContainerNode() && !texts(value)) {
        return Optional.of(
            "must have strings, numbers, booleans or arrays of strings in \"content\"");
      }
    }
    return Optional.empty();
  }

  private static boolean texts(JsonNode array) {
    return array.isArray() && all(array, JsonNode::isTextual);
  }

  private static Optional<String> sample(JsonNode response, ProtocolRevision revision) {
    JsonNode role = response.path("role");
    if (!role.isTextual() || !ROLES.contains(role.textValue())) {
      return Optional.of("must have a \"role\": user or assistant");
    }
    if (!response.path("model").isTextual()) {
      return Optional.of("must have a string as \"model\"");
    }
    if (!optional(response, "stopReason", JsonNode::isTextual)) {
      return Optional.of("must have a string as \"stopReason\", or none");
    }
    JsonNode content = response.path("content");
    boolean several = content.isArray() && revision.atLeast(ProtocolRevision.V2025_11_25);
    return (several ? all(content, InputResponseRules::block) : block(content))
        ? Optional.empty()
        : Optional.of(
            "must have \"content\": a block of type text, image, audio, tool_use or tool_result"
                + (revision.atLeast(ProtocolRevision.V2025_11_25) ? ", or an array of blocks" : "")
                + ", each with the members that its type requires");
  }

  private static boolean block(JsonNode block) {
    return switch (block.path("type").asText()) {
      case "text" -> block.path("text").isTextual();
      case "image", "audio" -> block.path("data").isTextual() && block.path("mimeType").isTextual();
      case "tool_use" ->
          block.path("id").isTextual()
              && block.path("name").isTextual()
              && block.path("input").isObject();
      case "tool_result" -> block.path("toolUseId").isTextual() && block.path("content").isArray();
      default -> false;
    };
  }

  private static Optional<String> roots(JsonNode response) {
    boolean right =
        response.path("roots").isArray() && all(response.path("roots"), InputResponseRules::root);
    return right
        ? Optional.empty()
        : Optional.of(
            "must have an array \"roots\" of objects, each with a URI as \"uri\" and a string as"
                + " \"name\", or none");
  }

  private static boolean root(JsonNode root) {
    JsonNode uri = root.path("uri");
    return uri.isTextual()
        && URI.matcher(uri.textValue()).matches()
        && optional(root, "name", JsonNode::isTextual);
  }

  /** Checks an optional member; null counts as missing. */
  private static boolean optional(JsonNode object, String name, Predicate<JsonNode> right) {
    JsonNode value = object.path(name);
    return value.isMissingNode() || value.isNull() || right.test(value);
  }

  private static boolean all(JsonNode array, Predicate<JsonNode> right) {
    for (JsonNode element : array) {
      if (!right.test(element)) {
        return false;
      }
    }
    return true;
  }
}
