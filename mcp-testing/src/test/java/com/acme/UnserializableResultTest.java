package com.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.McpTestServer;
import io.everythingmcp.testing.UnexpectedResponseException;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A result that cannot be serialized is an internal error, and the server continues. */
class UnserializableResultTest {
  private static final class MapTool implements Tool {
    private final McpSchema.Tool definition =
        McpSchema.Tool.builder("map", Map.of("type", "object")).build();

    @Override
    public McpSchema.Tool definition() {
      return definition;
    }

    @Override
    public RequestOutcome call(RequestContext context) {
      return context.arguments().isEmpty()
          ? new RequestOutcome.Complete(Map.of("content", cycle()))
          : RequestOutcome.text("ok");
    }
  }

  /** Refers to itself, so that it has no JSON form. */
  private static Map<String, Object> cycle() {
    Map<String, Object> cycle = new HashMap<>();
    cycle.put("cycle", cycle);
    return cycle;
  }

  @ParameterizedTest
  @EnumSource(McpTestClient.Revisions.class)
  void isAnInternalError(McpTestClient.Revisions revisions) {
    McpServerBundle.Builder server =
        McpServerBundle.builder().features(FeatureCatalog.of(new MapTool()));
    try (AcmeServer acme = AcmeServer.start(McpTestServer.configuration(), server)) {
      McpTestClient client = McpTestClient.connect(URI.create(acme.url() + "/mcp"), revisions);
      assertThatThrownBy(() -> client.callTool("map", Map.of()))
          .isInstanceOf(UnexpectedResponseException.class)
          .hasMessageContaining("Internal error")
          .hasMessageNotContaining("Exception");
      assertThat(client.callTool("map", Map.of("a", 1)).text()).isEqualTo("ok");
    }
  }
}
