package com.acme.typed;

import com.acme.typed.ShopTools.Quote;
import com.acme.typed.ShopTools.Size;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.annotation.McpArgument;
import io.everythingmcp.api.annotation.McpTool;
import io.everythingmcp.api.typed.TypedInput;
import io.everythingmcp.api.typed.TypedTool;
import jakarta.validation.constraints.Email;

/** Examples of the documentation. */
public class DocumentedTools {
  record QuoteArguments(String product, @McpArgument(defaultValue = "SMALL") Size size) {}

  record Guest(String name, @Email String email) {}

  static Tool quote() {
    return TypedTool.of("quote", "Price of a product", QuoteArguments.class, DocumentedTools::price)
        .output(Quote.class);
  }

  private static Quote price(QuoteArguments arguments) {
    return new ShopTools().quote(arguments.product(), arguments.size());
  }

  @McpTool(description = "Books a table, once the user has confirmed")
  public RequestOutcome book(RequestContext context) {
    return TypedInput.ask(context, "guest", "Who comes?", Guest.class)
        .then(
            guest ->
                TypedInput.ask(context, "sure", "Book it?", Boolean.class)
                    .then(sure -> sure ? "Booked for " + guest.name() : "Not booked"));
  }
}
