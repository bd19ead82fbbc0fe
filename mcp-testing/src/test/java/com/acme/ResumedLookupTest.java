package com.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.McpTestClient.Revisions;
import io.everythingmcp.testing.McpTestServer;
import io.everythingmcp.testing.UnexpectedResponseException;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A call that waited for input looks its tool up again; if that fails, so does the call, at once.
 */
class ResumedLookupTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Requires a confirmation; its visibility cannot be determined after a while. */
  private record ConfirmingTool(AtomicBoolean unavailable) implements Tool {
    @Override
    public McpSchema.Tool definition() {
      return McpSchema.Tool.builder("confirm", Map.of("type", "object")).build();
    }

    @Override
    public FeatureVisibility visibility() {
      return viewer -> {
        if (unavailable.get()) {
          throw new IllegalStateException("secret");
        }
        return true;
      };
    }

    @Override
    public RequestOutcome call(RequestContext context) {
      return context.inputResponses().isEmpty()
          ? RequestOutcome.InputRequired.of(
              "sure", new InputRequest.FormElicitation("Sure?", Map.of("type", "object")))
          : RequestOutcome.text("confirmed");
    }
  }

  /** Without a response the client waits. */
  @ParameterizedTest
  @EnumSource
  @Timeout(60)
  void failedLookupFailsTheCall(Revisions revisions) throws Exception {
    AtomicBoolean unavailable = new AtomicBoolean();
    try (AcmeServer acme =
        AcmeServer.start(
            McpTestServer.configuration(),
            McpServerBundle.builder()
                .features(FeatureCatalog.of(new ConfirmingTool(unavailable))))) {
      ObjectNode accepted = JSON.createObjectNode().put("action", "accept");
      accepted.putObject("content");
      AtomicBoolean breaks = new AtomicBoolean();
      McpTestClient client =
          McpTestClient.connect(
              URI.create(acme.url() + "/mcp"),
              revisions,
              Optional.empty(),
              inputRequest -> {
                unavailable.set(breaks.get());
                return Optional.of(accepted);
              });
      assertThat(client.callTool("confirm", Map.of()).text()).isEqualTo("confirmed");
      breaks.set(true);
      assertThatThrownBy(() -> client.callTool("confirm", Map.of()))
          .isInstanceOf(UnexpectedResponseException.class)
          .hasMessageContaining("-32603")
          .hasMessageNotContaining("secret");
    }
  }
}
