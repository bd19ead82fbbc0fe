package io.everythingmcp.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;

/** Reads outcomes in tests. */
public final class Results {
  private Results() {}

  /** The result of a tool. */
  public static McpSchema.CallToolResult tool(RequestOutcome outcome) {
    return result(outcome, McpSchema.CallToolResult.class);
  }

  /** The result of a reading. */
  public static McpSchema.ReadResourceResult read(RequestOutcome outcome) {
    return result(outcome, McpSchema.ReadResourceResult.class);
  }

  /** The result of a prompt. */
  public static McpSchema.GetPromptResult prompt(RequestOutcome outcome) {
    return result(outcome, McpSchema.GetPromptResult.class);
  }

  /** The only text of a tool's result that is not an error. */
  public static String text(RequestOutcome outcome) {
    assertThat(tool(outcome).isError()).as("isError of %s", outcome).isFalse();
    return onlyText(outcome);
  }

  /** The only text of a tool's result that is an error. */
  public static String errorText(RequestOutcome outcome) {
    assertThat(tool(outcome).isError()).as("isError of %s", outcome).isTrue();
    return onlyText(outcome);
  }

  private static String onlyText(RequestOutcome outcome) {
    assertThat(tool(outcome).content()).hasSize(1);
    return ((McpSchema.TextContent) tool(outcome).content().get(0)).text();
  }

  /** The refusal. */
  public static RequestOutcome.Failed refused(RequestOutcome outcome) {
    assertThat(outcome).isInstanceOf(RequestOutcome.Failed.class);
    return (RequestOutcome.Failed) outcome;
  }

  /** The questions. */
  public static RequestOutcome.InputRequired asks(RequestOutcome outcome) {
    assertThat(outcome).isInstanceOf(RequestOutcome.InputRequired.class);
    return (RequestOutcome.InputRequired) outcome;
  }

  /** An answer in which the user fills in a form. */
  public static InputResponse accept(Map<String, Object> content) {
    return new InputResponse(Map.of("action", "accept", "content", content), null);
  }

  /** An answer of a user who does not want to. */
  public static InputResponse action(String action) {
    return new InputResponse(Map.of("action", action), null);
  }

  /** An answer that is an error. */
  public static InputResponse error(String message) {
    return new InputResponse(Map.of(), message);
  }

  /** What a value looks like on the wire. */
  public static Map<String, Object> wire(Object value) {
    return WireJson.map(WireJson.tree(value));
  }

  private static <T> T result(RequestOutcome outcome, Class<T> type) {
    assertThat(outcome).isInstanceOf(RequestOutcome.Complete.class);
    return type.cast(((RequestOutcome.Complete) outcome).result());
  }
}
