package io.everythingmcp.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;

/** Reads outcomes in tests. */
public final class OutcomeReader {
  private OutcomeReader() {}

  /** Returns the result of a tool. */
  public static McpSchema.CallToolResult tool(RequestOutcome outcome) {
    return result(outcome, McpSchema.CallToolResult.class);
  }

  /** Returns the result of {@code resources/read}. */
  public static McpSchema.ReadResourceResult read(RequestOutcome outcome) {
    return result(outcome, McpSchema.ReadResourceResult.class);
  }

  /** Returns the result of a prompt. */
  public static McpSchema.GetPromptResult prompt(RequestOutcome outcome) {
    return result(outcome, McpSchema.GetPromptResult.class);
  }

  /** Returns the only text of a successful tool result. */
  public static String text(RequestOutcome outcome) {
    assertThat(tool(outcome).isError()).as("isError of %s", outcome).isFalse();
    return onlyText(outcome);
  }

  /** Returns the only text of a tool result with {@code isError}. */
  public static String errorText(RequestOutcome outcome) {
    assertThat(tool(outcome).isError()).as("isError of %s", outcome).isTrue();
    return onlyText(outcome);
  }

  private static String onlyText(RequestOutcome outcome) {
    assertThat(tool(outcome).content()).hasSize(1);
    return ((McpSchema.TextContent) tool(outcome).content().get(0)).text();
  }

  /** Returns the error. */
  public static RequestOutcome.Failed failed(RequestOutcome outcome) {
    assertThat(outcome).isInstanceOf(RequestOutcome.Failed.class);
    return (RequestOutcome.Failed) outcome;
  }

  /** Returns the input requests. */
  public static RequestOutcome.InputRequired inputRequired(RequestOutcome outcome) {
    assertThat(outcome).isInstanceOf(RequestOutcome.InputRequired.class);
    return (RequestOutcome.InputRequired) outcome;
  }

  /** Returns a response to a form elicitation with the action {@code accept}. */
  public static InputResponse accept(Map<String, Object> content) {
    return new InputResponse(Map.of("action", "accept", "content", content), null);
  }

  /** Returns a response to a form elicitation with another action. */
  public static InputResponse action(String action) {
    return new InputResponse(Map.of("action", action), null);
  }

  /** Returns an error response. */
  public static InputResponse error(String message) {
    return new InputResponse(Map.of(), message);
  }

  /** Returns the JSON representation of a value. */
  public static Map<String, Object> wire(Object value) {
    return WireJson.map(WireJson.tree(value));
  }

  private static <T> T result(RequestOutcome outcome, Class<T> type) {
    assertThat(outcome).isInstanceOf(RequestOutcome.Complete.class);
    return type.cast(((RequestOutcome.Complete) outcome).result());
  }
}
