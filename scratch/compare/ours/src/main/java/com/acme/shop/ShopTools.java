package com.acme.shop;

import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.annotation.McpArgument;
import io.everythingmcp.api.annotation.McpTool;
import io.everythingmcp.api.typed.TypedInput;
import jakarta.validation.constraints.Min;

public class ShopTools {
  public enum Size { SMALL, LARGE }

  public record Quote(String product, Size size, int cents) {}

  @McpTool(description = "Price of a product")
  public Quote quote(String product, @McpArgument(defaultValue = "SMALL") Size size) {
    return new Quote(product, size, size == Size.SMALL ? 100 : 250);
  }

  @McpTool(description = "Orders a product, once the user has chosen a size")
  public RequestOutcome order(String product, @Min(1) int count, RequestContext context) {
    return TypedInput.ask(context, "size", "Which size?", Size.class)
        .then(size -> count + " x " + product + " in " + size + " ordered");
  }
}
