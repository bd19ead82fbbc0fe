package com.acme.openapi;

import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.openapi.OpenApiTools;
import io.everythingmcp.server.McpApplication;
import io.everythingmcp.server.McpServerBundle;
import java.nio.file.Path;

public final class ShopApplication extends McpApplication {
  ShopApplication(OpenApiTools shop) {
    super(
        McpServerBundle.builder()
            .serverInfo(ServerInfo.named("shop").instructions("Products and orders of a shop."))
            .features(shop.catalog())
            .build());
  }

  public static void main(String[] args) throws Exception {
    OpenApiTools shop =
        OpenApiTools.from(Path.of("shop.yaml"))
            .credential("key", context -> System.getenv("SHOP_KEY"))
            .build();
    new ShopApplication(shop).run(args);
  }
}
