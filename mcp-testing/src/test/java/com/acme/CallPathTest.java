package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.McpTestServer;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many frames of the library are between the servlet and a tool. */
class CallPathTest {
  private static final Logger LOG = LoggerFactory.getLogger(CallPathTest.class);

  /** Frames of the library from the servlet, which is included, to the tool, which is not. */
  private static final int MOST_FRAMES = 12;

  private static List<String> frames() {
    List<String> ours =
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .filter(frame -> frame.getClassName().startsWith("io.everythingmcp."))
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                        .toList());
    return ours;
  }

  private static final class StackTool implements Tool, InstantFeature {
    private final McpSchema.Tool definition =
        McpSchema.Tool.builder("stack", Map.of("type", "object")).build();

    @Override
    public McpSchema.Tool definition() {
      return definition;
    }

    @Override
    public RequestOutcome call(RequestContext context) {
      return RequestOutcome.text(String.join("\n", frames()));
    }
  }

  @ParameterizedTest
  @EnumSource(McpTestClient.Revisions.class)
  void toolCallHasFewFrames(McpTestClient.Revisions revisions) {
    McpServerBundle.Builder server =
        McpServerBundle.builder().features(FeatureCatalog.of(new StackTool()));
    try (AcmeServer acme = AcmeServer.start(McpTestServer.configuration(), server)) {
      McpTestClient client = McpTestClient.connect(URI.create(acme.url() + "/mcp"), revisions);
      String stack = client.callTool("stack", Map.of()).text();
      LOG.info("{}:\n{}", revisions, stack);
      assertThat(stack.lines().toList()).hasSizeLessThanOrEqualTo(MOST_FRAMES);
    }
  }
}
