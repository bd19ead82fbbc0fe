package io.everythingmcp.conformance.server;

import io.everythingmcp.conformance.client.ToolCall;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A behaviour that a check requires of a tool, with the tools of well-known servers that have it.
 */
public enum ToolRole {
  /** Reports progress, and completes within a few seconds. */
  PROGRESS(
      "test_tool_with_progress {}",
      "longRunningOperation {'duration':1,'steps':4}",
      "trigger-long-running-operation {'duration':1,'steps':4}"),
  /** Takes some seconds, reports progress, and can be cancelled. */
  SLOW(
      "longRunningOperation {'duration':4,'steps':40}",
      "trigger-long-running-operation {'duration':4,'steps':40}"),
  /** Requires input of the user by form elicitation. */
  INPUT_REQUIRED(
      "test_input_required_result_elicitation {}",
      "collectDetails {}",
      "trigger-elicitation-request {}",
      "test_elicitation {'message':'Who?'}"),
  /** Requires input, and sends a {@code requestState}. */
  REQUEST_STATE(
      "test_input_required_result_request_state {}",
      "collectDetails {}",
      "test_input_required_result_tampered_state {}"),
  /** Sends an elicitation request to the client within a session. */
  ELICITATION(
      "test_elicitation {'message':'Who?'}", "collectDetails {}", "trigger-elicitation-request {}"),
  /** Writes log messages of level info during the call. */
  LOGGING("test_tool_with_logging {}", "test_logging_tool {}"),
  /** Changes the list of tools. */
  TOOLS_LIST_CHANGED("test_trigger_tool_change {}", "addTool {}"),
  /** Changes the list of prompts. */
  PROMPTS_LIST_CHANGED("test_trigger_prompt_change {}"),
  /** Can run as a task, and takes some seconds then. */
  TASK(
      "slow_compute {'seconds':3,'label':'conformance'}",
      "longRunningOperation {'duration':3,'steps':3}",
      "simulate-research-query {'topic':'conformance'}"),
  /** Can run as a task, and completes within a second or two. */
  SHORT_TASK(
      "slow_compute {'seconds':1,'label':'conformance'}",
      "longRunningOperation {'duration':1,'steps':2}",
      "simulate-research-query {'topic':'conformance'}"),
  /** Closes the connection of its stream before the response (SSE polling). */
  SSE_POLLING("test_reconnection {}"),
  /** Validates the types of its arguments. */
  INPUT_VALIDATION("add {'a':'no number','b':[]}", "get-sum {'a':'no number','b':[]}");

  private final String calls;

  ToolRole(String... calls) {
    this.calls = String.join("\n", calls);
  }

  /** Returns the name of the role on the command line. */
  public String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the first of its tools that a server has. */
  Optional<ToolCall> among(Set<String> tools) {
    return calls
        .lines()
        .map(call -> call.split(" ", 2))
        .filter(call -> tools.contains(call[0]))
        .map(call -> ToolCall.of(call[0], call[1]))
        .findFirst();
  }
}
