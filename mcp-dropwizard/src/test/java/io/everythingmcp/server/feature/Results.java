package io.everythingmcp.server.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.server.wire.Json;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;

/** Reads outcomes in tests. */
public final class Results {
  private Results() {}

  /** The result of a tool. */
  public static McpSchema.CallToolResult tool(Outcome outcome) {
    return result(outcome, McpSchema.CallToolResult.class);
  }

  /** The result of a reading. */
  public static McpSchema.ReadResourceResult read(Outcome outcome) {
    return result(outcome, McpSchema.ReadResourceResult.class);
  }

  /** The result of a prompt. */
  public static McpSchema.GetPromptResult prompt(Outcome outcome) {
    return result(outcome, McpSchema.GetPromptResult.class);
  }

  /** The only text of a tool's result that is not an error. */
  public static String text(Outcome outcome) {
    assertThat(tool(outcome).isError()).as("isError of %s", outcome).isFalse();
    return onlyText(outcome);
  }

  /** The only text of a tool's result that is an error. */
  public static String errorText(Outcome outcome) {
    assertThat(tool(outcome).isError()).as("isError of %s", outcome).isTrue();
    return onlyText(outcome);
  }

  private static String onlyText(Outcome outcome) {
    assertThat(tool(outcome).content()).hasSize(1);
    return ((McpSchema.TextContent) tool(outcome).content().get(0)).text();
  }

  /** The refusal. */
  public static Outcome.Refused refused(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return (Outcome.Refused) outcome;
  }

  /** The questions. */
  public static Outcome.Asks asks(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Asks.class);
    return (Outcome.Asks) outcome;
  }

  /** An answer in which the user fills in a form. */
  public static Answer accept(Map<String, Object> content) {
    return new Answer(Map.of("action", "accept", "content", content), null);
  }

  /** An answer of a user who does not want to. */
  public static Answer action(String action) {
    return new Answer(Map.of("action", action), null);
  }

  /** An answer that is an error. */
  public static Answer error(String message) {
    return new Answer(Map.of(), message);
  }

  /** What a value looks like on the wire. */
  public static Map<String, Object> wire(Object value) {
    return Json.map(Json.tree(value));
  }

  private static <T> T result(Outcome outcome, Class<T> type) {
    assertThat(outcome).isInstanceOf(Outcome.Complete.class);
    return type.cast(((Outcome.Complete) outcome).result());
  }
}
