package com.acme.shop;

import io.quarkiverse.mcp.server.Elicitation;
import io.quarkiverse.mcp.server.ElicitationRequest.EnumSchema;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolCallException;
import java.util.List;

public class ShopTools {
  public enum Size { SMALL, LARGE }

  public record Quote(String product, Size size, int cents) {}

  @Tool(description = "Price of a product", structuredContent = true)
  Quote quote(String product, @ToolArg(defaultValue = "SMALL") Size size) {
    return new Quote(product, size, size == Size.SMALL ? 100 : 250);
  }

  @Tool(description = "Orders a product, once the user has chosen a size")
  String order(String product, int count, Elicitation elicitation) {
    if (count < 1) {
      throw new ToolCallException("count must be at least 1");
    }
    var answer =
        elicitation
            .requestBuilder()
            .setMessage("Which size?")
            .addSchemaProperty("size", new EnumSchema(List.of("SMALL", "LARGE"), true))
            .build()
            .sendAndAwait();
    return answer.actionAccepted()
        ? count + " x " + product + " in " + answer.content().getString("size") + " ordered"
        : "Not ordered";
  }
}
