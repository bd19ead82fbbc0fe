package com.acme.shop;

import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.api.typed.AnnotatedFeatures;
import io.everythingmcp.server.McpApplication;
import io.everythingmcp.server.McpServerBundle;

public final class ShopApplication extends McpApplication {
  public ShopApplication() {
    super(
        McpServerBundle.builder()
            .serverInfo(ServerInfo.named("shop"))
            .features(AnnotatedFeatures.of(new ShopTools()))
            .build());
  }

  public static void main(String[] arguments) throws Exception {
    new ShopApplication().run(arguments);
  }
}
