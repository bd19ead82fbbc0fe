package com.acme.hello;

import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.api.typed.AnnotatedFeatures;
import io.everythingmcp.server.McpApplication;
import io.everythingmcp.server.McpServerBundle;

/** The server: its name and its features. */
public final class HelloApplication extends McpApplication {
  public HelloApplication() {
    super(
        McpServerBundle.builder()
            .serverInfo(
                ServerInfo.named("hello-server")
                    .versionOf(HelloApplication.class)
                    .title("Hello")
                    .description("Greets by name."))
            .features(AnnotatedFeatures.of(new HelloFeatures()))
            .developmentLogin(new DevelopmentLogin())
            .build());
  }

  public static void main(String[] arguments) throws Exception {
    new HelloApplication().run(arguments);
  }
}
