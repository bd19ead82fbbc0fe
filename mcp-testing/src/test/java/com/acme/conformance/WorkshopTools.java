package com.acme.conformance;

import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.annotation.McpPrompt;
import io.everythingmcp.api.annotation.McpResource;
import io.everythingmcp.api.annotation.McpTool;
import io.everythingmcp.api.typed.TypedInput;

/** Features of a workshop: a tool for each behaviour that the conformance suite looks for. */
public final class WorkshopTools {
  @McpTool(description = "Measures a plank", readOnly = true)
  public int measure(int plank) {
    return 10 * plank;
  }

  @McpTool(description = "Paints a chair in three coats", destructive = false)
  public String paint(RequestContext context) {
    for (int coat = 1; coat <= 3; coat++) {
      context.progress().report(coat, 3.0, "coat " + coat);
    }
    return "Painted";
  }

  @McpTool(description = "Sharpens the tools", destructive = false, logs = true)
  public String sharpen(RequestContext context) {
    context.logger().info("sharpening");
    return "Sharp";
  }

  @McpTool(description = "Orders wood", destructive = false)
  public RequestOutcome order(RequestContext context) {
    return TypedInput.ask(context, "planks", "How many planks?", Integer.class)
        .then(planks -> planks + " planks ordered");
  }

  @McpResource(uri = "workshop://opening-hours", description = "When the workshop is open")
  public String openingHours() {
    return "8 to 17";
  }

  @McpPrompt(description = "Describes a piece of furniture")
  public String describe(String furniture) {
    return "Describe a " + furniture;
  }

  /** A tool that fails for all arguments. */
  public static final class BrokenTools {
    @McpTool(description = "Weighs nails", readOnly = true)
    public RequestOutcome weigh(int grams) {
      return RequestOutcome.toolError("The scales are broken");
    }
  }

  /** A tool that declares {@code destructiveHint}, which is the default of the annotation. */
  public static final class ScrapTools {
    @McpTool(description = "Scraps a chair")
    public String scrap(RequestContext context) {
      context.progress().report(1, 1.0, "scrapped");
      return "Scrapped";
    }
  }
}
