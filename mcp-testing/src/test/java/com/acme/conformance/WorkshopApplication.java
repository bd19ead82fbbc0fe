package com.acme.conformance;

import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.api.typed.AnnotatedFeatures;
import io.everythingmcp.server.McpApplication;
import io.everythingmcp.server.McpServerBundle;
import java.util.UUID;
import java.util.function.Supplier;

/** The server of the workshop. */
public class WorkshopApplication extends McpApplication {
  public WorkshopApplication() {
    this(new WorkshopTools());
  }

  WorkshopApplication(Object features) {
    this(features, () -> UUID.randomUUID().toString());
  }

  WorkshopApplication(Supplier<String> sessionIds) {
    this(new WorkshopTools(), sessionIds);
  }

  private WorkshopApplication(Object features, Supplier<String> sessionIds) {
    super(
        McpServerBundle.builder()
            .serverInfo(ServerInfo.named("workshop"))
            .features(AnnotatedFeatures.of(features))
            .sessionIdGenerator(sessionIds)
            .build());
  }
}
