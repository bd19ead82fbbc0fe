package io.everythingmcp.api.typed;

import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.annotation.McpArgument;
import io.everythingmcp.api.annotation.McpPrompt;
import io.everythingmcp.api.annotation.McpResource;
import io.everythingmcp.api.annotation.McpTool;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Shop whose features are annotated methods. */
public class TypedShop {
  /** Colour of a product. */
  public enum Colour {
    RED,
    GREEN
  }

  /** Price of a product. */
  public record Price(String product, BigDecimal amount, Optional<String> note) {}

  /** Line of an order. */
  public record Line(
      @NotBlank String product, @McpArgument(defaultValue = "1") @Min(1) int count) {}

  @McpTool(description = "Price of a product", readOnly = true, blocking = false)
  public Price quote(
      @McpArgument("The product") @Size(min = 2, max = 20) String product,
      @McpArgument(defaultValue = "RED") Colour colour,
      Optional<Integer> count) {
    return new Price(
        product,
        new BigDecimal((colour == Colour.RED ? 2 : 3) * count.orElse(1)),
        Optional.empty());
  }

  @McpTool(description = "Order products")
  public RequestOutcome order(@Size(min = 1) List<Line> lines, RequestContext context) {
    return TypedInput.ask(context, "colour", "Which colour?", Colour.class)
        .then(colour -> lines.size() + " lines in " + colour + ", " + lines.get(0).count());
  }

  @McpPrompt(description = "Recommend a product")
  public String recommend(Colour colour) {
    return "Recommend something " + colour;
  }

  @McpResource(uri = "shop://stock/{colour}/{n}", description = "Stock of a colour")
  public Price stock(Colour colour, int n) {
    return new Price(colour.name(), BigDecimal.valueOf(n), Optional.empty());
  }
}
