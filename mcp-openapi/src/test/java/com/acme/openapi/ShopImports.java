package com.acme.openapi;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.openapi.OpenApiTools;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

final class ShopImports {
  private ShopImports() {}

  static OpenApiTools orders(Path document, URI service) {
    return OpenApiTools.from(document)
        .baseUrl(service)
        .tags("products", "orders")
        .methods("GET", "POST")
        .operations(operation -> !operation.deprecated())
        .names(operation -> "shop_" + operation.defaultToolName())
        .scopes(operation -> operation.isSafe() ? "mcp:read" : "shop:order")
        .credential("key", context -> System.getProperty("shop.key"))
        .timeout(Duration.ofSeconds(10))
        .maximumResponseSize(256 * 1024)
        .build();
  }

  static OpenApiTools perUser(Path document, URI service, Function<CallerIdentity, String> tokens) {
    return OpenApiTools.from(document)
        .baseUrl(service)
        .credentials(context -> Map.of("Authorization", "Bearer " + tokens.apply(context.caller())))
        .build();
  }
}
