package com.acme.founder;

import io.everythingmcp.server.McpApplication;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.feature.ServerInfo;

public final class HelloApplication extends McpApplication {
  public HelloApplication() {
    super(
        McpServerBundle.builder()
            .serverInfo(
                ServerInfo.named("hello-server")
                    .versionOf(HelloApplication.class)
                    .title("Hello")
                    .description("Greets people."))
            .features(Catalog.of(new HelloTool()))
            .build());
  }

  public static void main(String[] arguments) throws Exception {
    new HelloApplication().run(arguments);
  }
}
