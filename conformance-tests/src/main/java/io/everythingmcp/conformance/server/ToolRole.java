package io.everythingmcp.conformance.server;

import io.everythingmcp.conformance.client.ToolCall;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A way in which a tool may behave, and the tools of well-known servers that do. */
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
  /** Asks the user something by a form. */
  ASKS(
      "test_input_required_result_elicitation {}",
      "collectDetails {}",
      "trigger-elicitation-request {}",
      "test_elicitation {'message':'Who?'}"),
  /** Requires input, and sends a request state. */
  STATE(
      "test_input_required_result_request_state {}",
      "collectDetails {}",
      "test_input_required_result_tampered_state {}"),
  /** Asks by way of a request in a session. */
  ASKS_LIVE(
      "test_elicitation {'message':'Who?'}", "collectDetails {}", "trigger-elicitation-request {}"),
  /** Writes log messages of level info during the call. */
  LOGS("test_tool_with_logging {}", "test_logging_tool {}"),
  /** Changes the list of tools. */
  CHANGES("test_trigger_tool_change {}", "addTool {}"),
  /** Changes the list of prompts. */
  CHANGES_PROMPTS("test_trigger_prompt_change {}"),
  /** Can run as a task, and takes some seconds then. */
  TASK(
      "slow_compute {'seconds':3,'label':'conformance'}",
      "longRunningOperation {'duration':3,'steps':3}",
      "simulate-research-query {'topic':'conformance'}"),
  /** Can run as a task, and is done within a moment. */
  SHORT_TASK(
      "slow_compute {'seconds':1,'label':'conformance'}",
      "longRunningOperation {'duration':1,'steps':2}",
      "simulate-research-query {'topic':'conformance'}"),
  /** Ends the connection of its stream before it has answered. */
  POLLS("test_reconnection {}"),
  /** Needs an argument of a certain type. */
  STRICT("add {'a':'no number','b':[]}", "get-sum {'a':'no number','b':[]}");

  private final String known;

  ToolRole(String... known) {
    this.known = String.join("\n", known);
  }

  /** How it is written on a command line. */
  public String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the first known tool of a server. */
  Optional<ToolCall> among(Set<String> tools) {
    return known
        .lines()
        .map(call -> call.split(" ", 2))
        .filter(call -> tools.contains(call[0]))
        .map(call -> ToolCall.of(call[0], call[1]))
        .findFirst();
  }
}
