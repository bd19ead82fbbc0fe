package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.util.Duration;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.FeatureStorage;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Resource;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.ProtocolConfiguration.Threads;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Features that wait synchronously occupy no thread of the container, and time out. */
class AcmeWaitingTest {
  /** Opened at the end of the test: until then the features wait. */
  private final CountDownLatch end = new CountDownLatch(1);

  private final List<Thread> threads = new java.util.concurrent.CopyOnWriteArrayList<>();

  private void await() {
    threads.add(Thread.currentThread());
    boolean ended = false;
    while (!ended) {
      try {
        end.await();
        ended = true;
      } catch (InterruptedException e) {
        Thread.interrupted();
      }
    }
  }

  private RequestOutcome slowly() {
    await();
    return RequestOutcome.text("late");
  }

  private final class SlowTool implements Tool {
    private final McpSchema.Tool definition =
        McpSchema.Tool.builder("slow", Map.of("type", "object")).build();

    @Override
    public McpSchema.Tool definition() {
      return definition;
    }

    @Override
    public RequestOutcome call(RequestContext call) {
      return slowly();
    }
  }

  private final class SlowPrompt implements Prompt {
    private final McpSchema.Prompt definition =
        McpSchema.Prompt.builder("slow").description("Waits").build();

    @Override
    public McpSchema.Prompt definition() {
      return definition;
    }

    @Override
    public RequestOutcome get(RequestContext call) {
      return slowly();
    }

    @Override
    public Optional<List<String>> completions(String argument, Map<String, String> context) {
      await();
      return Optional.of(List.of());
    }
  }

  private final class SlowResource implements Resource {
    private final McpSchema.Resource definition =
        McpSchema.Resource.builder("acme://slow", "slow").build();

    @Override
    public McpSchema.Resource definition() {
      return definition;
    }

    @Override
    public RequestOutcome read(RequestContext call) {
      return slowly();
    }
  }

  private final class SlowTemplate implements ResourceTemplate {
    private final McpSchema.ResourceTemplate definition =
        McpSchema.ResourceTemplate.builder("acme://all/{n}", "all").build();

    @Override
    public McpSchema.ResourceTemplate definition() {
      return definition;
    }

    @Override
    public RequestOutcome read(String uri, Map<String, String> variables, RequestContext call) {
      return slowly();
    }

    @Override
    public List<McpSchema.Resource> listed(FeatureStorage scope) {
      await();
      return List.of();
    }

    @Override
    public Optional<List<String>> completions(String argument, Map<String, String> context) {
      await();
      return Optional.of(List.of());
    }
  }

  private AcmeServer start(Threads kind) throws Exception {
    McpConfiguration configuration = AcmeServer.configuration();
    configuration.getAuth().setMode(Mode.NONE);
    configuration.getMcp().setRequestTimeout(Duration.milliseconds(200));
    configuration.getMcp().setVirtualThreads(kind);
    return AcmeServer.start(
        configuration,
        McpServerBundle.builder()
            .features(
                new FeatureCatalog(
                    List.of(new SlowTool()),
                    List.of(new SlowPrompt()),
                    List.of(new SlowResource()),
                    List.of(new SlowTemplate()))));
  }

  /** Request whose feature waits. */
  enum Slow {
    TOOL("tools/call", "slow", "\"name\":\"slow\""),
    PROMPT("prompts/get", "slow", "\"name\":\"slow\""),
    RESOURCE("resources/read", "acme://slow", "\"uri\":\"acme://slow\""),
    TEMPLATE("resources/read", "acme://all/1", "\"uri\":\"acme://all/1\""),
    LIST("resources/list", null, ""),
    PROMPT_VALUES(
        "completion/complete",
        null,
        "\"ref\":{\"type\":\"ref/prompt\",\"name\":\"slow\"},"
            + "\"argument\":{\"name\":\"a\",\"value\":\"\"}"),
    TEMPLATE_VALUES(
        "completion/complete",
        null,
        "\"ref\":{\"type\":\"ref/resource\",\"uri\":\"acme://all/{n}\"},"
            + "\"argument\":{\"name\":\"n\",\"value\":\"\"}");

    private final String method;
    private final String name;
    private final String params;

    Slow(String method, String name, String params) {
      this.method = method;
      this.name = name;
      this.params = params;
    }
  }

  @ParameterizedTest
  @EnumSource(Slow.class)
  void timeoutEndsTheRequest(Slow slow) throws Exception {
    try (AcmeServer acme = start(Threads.AUTO)) {
      try {
        AcmeClient client = new AcmeClient(acme.url(), null);
        assertThat(message(client.stateless(slow.method, slow.name, slow.params)))
            .contains("requestTimeout");
        assertThat(message(client.stateful(slow.method, slow.params))).contains("requestTimeout");
        assertThat(threads).extracting(Thread::getName).noneMatch(name -> name.startsWith("dw"));
      } finally {
        end.countDown();
      }
    }
  }

  @Test
  void platformThreadsCanBeBlocked() throws Exception {
    try (AcmeServer acme = start(Threads.OFF)) {
      try {
        AcmeClient client = new AcmeClient(acme.url(), null);
        assertThat(message(client.stateful(Slow.TOOL.method, Slow.TOOL.params)))
            .contains("requestTimeout");
        assertThat(threads).extracting(Thread::getName).allMatch(n -> n.startsWith("mcp-worker"));
      } finally {
        end.countDown();
      }
    }
  }

  private static String message(HttpResponse<String> response) throws Exception {
    JsonNode json = AcmeClient.json(response);
    return json.toString();
  }
}
