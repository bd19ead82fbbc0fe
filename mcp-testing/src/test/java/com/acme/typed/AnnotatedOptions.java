package com.acme.typed;

import io.everythingmcp.api.LoggingLevel;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.api.annotation.McpArgument;
import io.everythingmcp.api.annotation.McpCompletion;
import io.everythingmcp.api.annotation.McpPrompt;
import io.everythingmcp.api.annotation.McpResource;
import io.everythingmcp.api.annotation.McpTool;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Features with everything that the annotations have. */
final class AnnotatedOptions {
  /** Values of an argument. */
  enum Tone {
    FORMAL,
    FRIENDLY
  }

  @McpTool(
      description = "Has all options",
      title = "All",
      readOnly = true,
      idempotent = true,
      openWorld = false,
      icon = "https://acme.example/all.png",
      taskSupport = TaskSupport.OPTIONAL,
      logs = true,
      blocking = false)
  public String all(RequestContext context) {
    context.logger().log(LoggingLevel.WARNING, "office", "logged");
    return Thread.currentThread().getName();
  }

  @McpTool(description = "Has no options")
  public String none() {
    return "none";
  }

  @McpPrompt(description = "Writes a letter", icon = "https://acme.example/letter.png")
  public String letter(
      String guest,
      Tone tone,
      Optional<Tone> second,
      @McpArgument(completions = {"tea", "coffee"}) String drink) {
    return "A "
        + tone
        + " letter to "
        + guest
        + second.map(other -> ", " + other).orElse("")
        + drink;
  }

  @McpCompletion(method = "letter", argument = "guest")
  public List<String> guests() {
    return List.of("Ada", "Alan", "Grace");
  }

  @McpResource(uri = "office://desks/{floor}/{name}", description = "A desk")
  public String desk(String floor, String name) {
    return name + " on " + floor;
  }

  @McpCompletion(method = "desk", argument = "name")
  public List<String> desks(Map<String, String> others) {
    return List.of("north-" + others.getOrDefault("floor", "?"), "south");
  }
}
