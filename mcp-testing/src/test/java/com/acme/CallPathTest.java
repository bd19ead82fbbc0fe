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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frames of the library between the servlet and a tool, in both eras. The walkthrough in the
 * documentation has the same lists.
 */
class CallPathTest {
  private static final Logger LOG = LoggerFactory.getLogger(CallPathTest.class);
  private static final Path WALKTHROUGH = Path.of("../docs/learn/walkthrough.md");
  private static final String SERVLET = "McpServlet.service";

  /**
   * A client may send the body after the headers, and the call then runs on a thread without the
   * servlet; most calls do not have to wait for the body.
   */
  private static final int CALLS = 100;

  /** Without the servlet and the tool. */
  private static final int MOST_FRAMES = 12;

  /** The frames of the library, from the caller of the tool to the servlet, which is included. */
  private static List<String> frames() {
    List<String> frames =
        StackWalker.getInstance()
            .walk(
                stack ->
                    stack
                        .filter(frame -> frame.getClassName().startsWith("io.everythingmcp."))
                        .map(frame -> simpleName(frame.getClassName(), frame.getMethodName()))
                        .toList());
    return frames.subList(0, frames.indexOf(SERVLET) + 1);
  }

  private static String simpleName(String className, String method) {
    String name = method.replaceFirst("^lambda.(\\w+?).\\d+$", "$1 (lambda)");
    return className.substring(className.lastIndexOf('.') + 1) + "." + name;
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
  void toolCallHasTheDocumentedFrames(McpTestClient.Revisions revisions) throws IOException {
    McpServerBundle.Builder server =
        McpServerBundle.builder().features(FeatureCatalog.of(new StackTool()));
    try (AcmeServer acme = AcmeServer.start(McpTestServer.configuration(), server)) {
      McpTestClient client = McpTestClient.connect(URI.create(acme.url() + "/mcp"), revisions);
      List<String> stack =
          IntStream.range(0, CALLS)
              .mapToObj(call -> client.callTool("stack", Map.of()).text().lines().toList())
              .filter(frames -> frames.contains(SERVLET))
              .filter(frames -> !frames.contains("PendingRequestBody.start"))
              .findFirst()
              .map(ArrayList::new)
              .orElseThrow();
      Collections.reverse(stack);
      LOG.info("{}, {} frames:\n{}", revisions, stack.size() - 1, String.join("\n", stack));
      assertThat(stack).startsWith(SERVLET).hasSizeLessThanOrEqualTo(MOST_FRAMES + 1);
      assertThat(Files.readString(WALKTHROUGH)).contains(String.join("\n", stack));
    }
  }
}
