package com.acme.shop;

import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.Map;

final class ShopTools {
  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final List<String> SIZES = List.of("SMALL", "LARGE");

  static final Tool QUOTE =
      Tool.builder(
              "quote",
              object(
                  Map.of(
                      "product", TEXT,
                      "size", Map.of("type", "string", "enum", SIZES, "default", "SMALL")),
                  "product"))
          .description("Price of a product")
          .outputSchema(
              object(
                  Map.of("product", TEXT, "size", TEXT, "cents", Map.of("type", "integer")),
                  "cents"))
          .build();

  static final Tool ORDER =
      Tool.builder(
              "order",
              object(
                  Map.of("product", TEXT, "count", Map.of("type", "integer", "minimum", 1)),
                  "product",
                  "count"))
          .description("Orders a product, once the user has chosen a size")
          .build();

  private ShopTools() {}

  private static Map<String, Object> object(Map<String, Object> properties, String... required) {
    return Map.of("type", "object", "properties", properties, "required", List.of(required));
  }

  static CallToolResult quote(McpSyncServerExchange exchange, CallToolRequest request) {
    Object size = request.arguments().getOrDefault("size", "SMALL");
    int cents = size.equals("SMALL") ? 100 : 250;
    return CallToolResult.builder()
        .structuredContent(
            Map.of("product", request.arguments().get("product"), "size", size, "cents", cents))
        .build();
  }

  static CallToolResult order(McpSyncServerExchange exchange, CallToolRequest request) {
    Map<String, Object> size = Map.of("type", "string", "enum", SIZES);
    ElicitResult answer =
        exchange.createElicitation(
            ElicitRequest.builder("Which size?", object(Map.of("size", size), "size")).build());
    String text =
        answer.action() == ElicitResult.Action.ACCEPT
            ? request.arguments().get("count")
                + " x "
                + request.arguments().get("product")
                + " in "
                + answer.content().get("size")
                + " ordered"
            : "Not ordered";
    return CallToolResult.builder().addTextContent(text).build();
  }
}
