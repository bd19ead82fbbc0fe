package com.acme.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.server.McpApplication;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.McpTestClient.Revisions;
import io.everythingmcp.testing.McpTestServer;
import java.util.Map;
import java.util.Optional;

/** A server with typed features, for tests. */
final class TypedServer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TypedServer() {}

  private static final class Typed extends McpApplication {
    Typed(FeatureCatalog catalog) {
      super(
          McpServerBundle.builder()
              .serverInfo(ServerInfo.named("typed"))
              .features(catalog)
              .build());
    }
  }

  static McpTestServer start(FeatureCatalog catalog) {
    return McpTestServer.start(new Typed(catalog));
  }

  /** Returns a client that fills in each form with the values of this map by field name. */
  static McpTestClient client(McpTestServer server, Revisions revisions, Map<String, ?> answers) {
    return McpTestClient.connect(
        server.endpoint(),
        revisions,
        Optional.empty(),
        inputRequest -> response(inputRequest, answers));
  }

  private static Optional<JsonNode> response(JsonNode inputRequest, Map<String, ?> answers) {
    var content = JSON.createObjectNode();
    inputRequest
        .findPath("requestedSchema")
        .path("properties")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (answers.containsKey(name)) {
                content.set(name, JSON.valueToTree(answers.get(name)));
              }
            });
    var result = JSON.createObjectNode().put("action", content.isEmpty() ? "decline" : "accept");
    result.set("content", content);
    return Optional.of(result);
  }
}
