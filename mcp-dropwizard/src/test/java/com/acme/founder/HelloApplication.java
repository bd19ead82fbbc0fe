package com.acme.founder;

import io.everythingmcp.server.McpApplication;
import io.everythingmcp.server.McpServerFactory;
import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.install.Introduction;
import io.everythingmcp.server.protocol.profile.ServerProfile;
import java.util.List;

public final class HelloApplication extends McpApplication {
  public static void main(String[] arguments) throws Exception {
    new HelloApplication().start(arguments);
  }

  @Override
  public String getName() {
    return "hello-server";
  }

  @Override
  protected McpServerFactory serverFactory() {
    return new McpServerFactory(
            configuration -> new Catalog(List.of(new HelloTool()), List.of(), List.of(), List.of()),
            List.of())
        .allEras()
        .introducing(
            Introduction.named(getName(), HelloApplication.class)
                .with(ServerProfile.NONE.title("Hello").description("Greets people.")));
  }
}
