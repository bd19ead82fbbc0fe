package io.everythingmcp.api.support;

import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts that results are made of. */
public final class ContentBlocks {
  private ContentBlocks() {}

  /** A text. */
  public static McpSchema.TextContent text(String text) {
    return new McpSchema.TextContent(null, text, null);
  }

  /** A resource within a result. */
  public static McpSchema.EmbeddedResource embedded(McpSchema.ResourceContents contents) {
    return new McpSchema.EmbeddedResource(null, contents, null);
  }

  /** The text of a resource. */
  public static McpSchema.TextResourceContents textOf(String uri, String mimeType, String text) {
    return new McpSchema.TextResourceContents(uri, mimeType, text, null);
  }

  /** The bytes of a resource, in Base64. */
  public static McpSchema.BlobResourceContents blobOf(String uri, String mimeType, String base64) {
    return new McpSchema.BlobResourceContents(uri, mimeType, base64, null);
  }

  /** A structured result, and the same as text for clients that do not read structures. */
  public static RequestOutcome structured(Object value) {
    return new RequestOutcome.Complete(
        new McpSchema.CallToolResult(List.of(text(WireJson.text(value))), false, value, null));
  }

  /** What reading a resource gives. */
  public static RequestOutcome resourceContents(McpSchema.ResourceContents contents) {
    return new RequestOutcome.Complete(new McpSchema.ReadResourceResult(List.of(contents), null));
  }

  /** What getting a prompt gives. */
  public static RequestOutcome promptMessages(
      String description, McpSchema.PromptMessage... messages) {
    return new RequestOutcome.Complete(
        new McpSchema.GetPromptResult(description, List.of(messages), null));
  }

  /** Something the user says in a prompt. */
  public static McpSchema.PromptMessage user(McpSchema.Content content) {
    return new McpSchema.PromptMessage(McpSchema.Role.USER, content);
  }

  /** Something the model says in a prompt. */
  public static McpSchema.PromptMessage assistant(McpSchema.Content content) {
    return new McpSchema.PromptMessage(McpSchema.Role.ASSISTANT, content);
  }

  /** There is no resource with this URI. */
  public static RequestOutcome resourceNotFound(String uri) {
    return RequestOutcome.resourceNotFound(uri);
  }

  /** Why a tool cannot go on: the first answer that failed; nothing where none did. */
  public static Optional<RequestOutcome> failure(Map<String, InputResponse> answers) {
    return answers.values().stream()
        .filter(InputResponse::hasError)
        .findFirst()
        .map(ContentBlocks::inputNotProvided);
  }

  /** What a tool says when its question was not answered: refused, cancelled, or failed. */
  public static RequestOutcome inputNotProvided(InputResponse answer) {
    if (answer.hasError()) {
      return RequestOutcome.toolError("The client could not answer: " + answer.error());
    }
    return RequestOutcome.text(
        answer.action().equals("decline")
            ? "User declined to provide the requested information."
            : "User cancelled the elicitation dialog.");
  }

  /** A number without needless decimals: 3 rather than 3.0. */
  public static String number(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
