package com.acme.hello;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.server.McpApplication;
import io.everythingmcp.server.McpServerBundle;

/** The server: what it offers, and how it introduces itself. */
public final class HelloApplication extends McpApplication {
  public HelloApplication() {
    super(
        McpServerBundle.builder()
            .serverInfo(
                ServerInfo.named("hello-server")
                    .versionOf(HelloApplication.class)
                    .title("Hello")
                    .description("Greets people."))
            .features(
                FeatureCatalog.of(new HelloTool())
                    .withResources(HelloContent.languages())
                    .withPrompts(HelloContent.introduce()))
            .developmentLogin(new DevelopmentLogin())
            .build());
  }

  public static void main(String[] arguments) throws Exception {
    new HelloApplication().run(arguments);
  }
}
