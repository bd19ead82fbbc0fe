package io.everythingmcp.api.support;

import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Factory methods for content blocks and results. */
public final class ContentBlocks {
  private ContentBlocks() {}

  /**
   * Creates a text block.
   *
   * @param text the text
   * @return the block
   */
  public static McpSchema.TextContent text(String text) {
    return new McpSchema.TextContent(null, text, null);
  }

  /**
   * Creates an embedded resource block.
   *
   * @param contents contents of the resource
   * @return the block
   */
  public static McpSchema.EmbeddedResource embedded(McpSchema.ResourceContents contents) {
    return new McpSchema.EmbeddedResource(null, contents, null);
  }

  /**
   * Creates the contents of a text resource.
   *
   * @param uri URI of the resource
   * @param mimeType MIME type
   * @param text the text
   * @return the contents
   */
  public static McpSchema.TextResourceContents textOf(String uri, String mimeType, String text) {
    return new McpSchema.TextResourceContents(uri, mimeType, text, null);
  }

  /**
   * Creates the contents of a binary resource.
   *
   * @param uri URI of the resource
   * @param mimeType MIME type
   * @param base64 the bytes in Base64
   * @return the contents
   */
  public static McpSchema.BlobResourceContents blobOf(String uri, String mimeType, String base64) {
    return new McpSchema.BlobResourceContents(uri, mimeType, base64, null);
  }

  /**
   * Creates a structured tool result, with the same value as JSON text for clients that do not
   * support {@code structuredContent}.
   *
   * @param value the value
   * @return the outcome
   */
  public static RequestOutcome structured(Object value) {
    return new RequestOutcome.Complete(
        new McpSchema.CallToolResult(List.of(text(WireJson.text(value))), false, value, null));
  }

  /**
   * Creates a {@code resources/read} result.
   *
   * @param contents contents of the resource
   * @return the outcome
   */
  public static RequestOutcome resourceContents(McpSchema.ResourceContents contents) {
    return new RequestOutcome.Complete(new McpSchema.ReadResourceResult(List.of(contents), null));
  }

  /**
   * Creates a {@code prompts/get} result.
   *
   * @param description description of the prompt, or null
   * @param messages the messages
   * @return the outcome
   */
  public static RequestOutcome promptMessages(
      @Nullable String description, McpSchema.PromptMessage... messages) {
    return new RequestOutcome.Complete(
        new McpSchema.GetPromptResult(description, List.of(messages), null));
  }

  /**
   * Creates a prompt message with the role user.
   *
   * @param content the content block
   * @return the message
   */
  public static McpSchema.PromptMessage user(McpSchema.Content content) {
    return new McpSchema.PromptMessage(McpSchema.Role.USER, content);
  }

  /**
   * Creates a prompt message with the role assistant.
   *
   * @param content the content block
   * @return the message
   */
  public static McpSchema.PromptMessage assistant(McpSchema.Content content) {
    return new McpSchema.PromptMessage(McpSchema.Role.ASSISTANT, content);
  }

  /**
   * Creates the error for an unknown resource.
   *
   * @param uri the requested URI
   * @return the outcome
   */
  public static RequestOutcome resourceNotFound(String uri) {
    return RequestOutcome.resourceNotFound(uri);
  }

  /**
   * Returns the outcome for the first input response with an error.
   *
   * @param responses the input responses by key
   * @return the outcome; empty if no response has an error
   */
  public static Optional<RequestOutcome> failure(Map<String, InputResponse> responses) {
    return responses.values().stream()
        .filter(InputResponse::hasError)
        .findFirst()
        .map(ContentBlocks::inputNotProvided);
  }

  /**
   * Creates the result of a tool whose input request was declined, cancelled or failed.
   *
   * @param response the input response
   * @return the outcome
   */
  public static RequestOutcome inputNotProvided(InputResponse response) {
    if (response.hasError()) {
      return RequestOutcome.toolError("The client returned an error: " + response.error());
    }
    return RequestOutcome.text(
        response.action().equals("decline")
            ? "User declined to provide the requested information."
            : "User cancelled the elicitation dialog.");
  }

  /**
   * Formats a number without trailing zeros: 3 rather than 3.0.
   *
   * @param value the number
   * @return the text
   */
  public static String number(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
