package io.everythingmcp.api.typed;

import io.everythingmcp.api.annotation.McpCompletion;
import io.everythingmcp.api.annotation.McpPrompt;
import io.everythingmcp.api.annotation.McpTool;
import java.util.List;

/** Completion methods with one mistake each. */
final class InvalidCompletions {
  private InvalidCompletions() {}

  /** Of a method that does not exist. */
  static class OfNothing {
    @McpPrompt(description = "d")
    public String prompt(String name) {
      return name;
    }

    @McpCompletion(method = "other", argument = "name")
    public List<String> names() {
      return List.of();
    }
  }

  /** Of a tool. */
  static class OfTool {
    @McpTool(description = "d")
    public String tool(String name) {
      return name;
    }

    @McpCompletion(method = "tool", argument = "name")
    public List<String> names() {
      return List.of();
    }
  }

  /** Of an argument that does not exist. */
  static class OfNoArgument {
    @McpPrompt(description = "d")
    public String prompt(String name) {
      return name;
    }

    @McpCompletion(method = "prompt", argument = "other")
    public List<String> names() {
      return List.of();
    }
  }

  /** Returns something else. */
  static class NoList {
    @McpPrompt(description = "d")
    public String prompt(String name) {
      return name;
    }

    @McpCompletion(method = "prompt", argument = "name")
    public String names() {
      return "";
    }
  }

  /** Takes something else. */
  static class WrongParameter {
    @McpPrompt(description = "d")
    public String prompt(String name) {
      return name;
    }

    @McpCompletion(method = "prompt", argument = "name")
    public List<String> names(String typed) {
      return List.of(typed);
    }
  }

  /** Two for one argument. */
  static class Twice {
    @McpPrompt(description = "d")
    public String prompt(String name) {
      return name;
    }

    @McpCompletion(method = "prompt", argument = "name")
    public List<String> names() {
      return List.of();
    }

    @McpCompletion(method = "prompt", argument = "name")
    public List<String> others() {
      return List.of();
    }
  }

  /** Cannot be called. */
  static class NotPublic {
    @McpPrompt(description = "d")
    public String prompt(String name) {
      return name;
    }

    @McpCompletion(method = "prompt", argument = "name")
    List<String> names() {
      return List.of();
    }
  }
}
