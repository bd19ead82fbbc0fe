package com.acme.shop;

import io.modelcontextprotocol.spec.McpSchema.ElicitResult.Action;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpToolParam;
import org.springframework.ai.mcp.annotation.context.McpSyncRequestContext;
import org.springframework.stereotype.Component;

@Component
public class ShopTools {
  public enum Size { SMALL, LARGE }

  public record Quote(String product, Size size, int cents) {}

  public record Choice(Size size) {}

  @McpTool(description = "Price of a product", generateOutputSchema = true)
  public Quote quote(String product, @McpToolParam(required = false) Size size) {
    return new Quote(product, size == null ? Size.SMALL : size, size == Size.LARGE ? 250 : 100);
  }

  @McpTool(description = "Orders a product, once the user has chosen a size")
  public String order(String product, int count, McpSyncRequestContext context) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1");
    }
    var answer = context.elicit(spec -> spec.message("Which size?"), Choice.class);
    return answer.action() == Action.ACCEPT
        ? count + " x " + product + " in " + answer.structuredContent().size() + " ordered"
        : "Not ordered";
  }
}
