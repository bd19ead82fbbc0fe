package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.McpServerBundle;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tool of a call is looked up once, and a change of the catalog does not affect the call. */
class ToolLookupTest {
  private static final String READ_AND_WRITE = "mcp:read mcp:write";
  private static final int CALLS = 10;

  /** How a tool is called. */
  enum Era {
    STATEFUL {
      @Override
      HttpResponse<String> call(AcmeClient client, String tool) throws Exception {
        return client.stateful("tools/call", params(tool));
      }
    },
    BATCH {
      @Override
      HttpResponse<String> call(AcmeClient client, String tool) throws Exception {
        return client.batch(tool);
      }
    },
    STATELESS {
      @Override
      HttpResponse<String> call(AcmeClient client, String tool) throws Exception {
        return client.stateless("tools/call", tool, params(tool));
      }
    };

    abstract HttpResponse<String> call(AcmeClient client, String tool) throws Exception;

    private static String params(String tool) {
      return "\"name\":\"" + tool + "\",\"arguments\":{}";
    }
  }

  /** Counts how often the library asks for its properties, and for its visibility to a caller. */
  private static final class CountingTool implements Tool {
    private final AtomicInteger properties = new AtomicInteger();
    private final AtomicInteger lookups = new AtomicInteger();

    private <T> T counted(T value) {
      properties.incrementAndGet();
      return value;
    }

    @Override
    public McpSchema.Tool definition() {
      return counted(
          McpSchema.Tool.builder("counted", Map.of("type", "object"))
              .outputSchema(Map.of("type", "object"))
              .build());
    }

    @Override
    public String requiredScope() {
      return counted(OAuthScopes.WRITE);
    }

    @Override
    public TaskSupport taskSupport() {
      return counted(TaskSupport.OPTIONAL);
    }

    @Override
    public boolean isBlocking() {
      return counted(true);
    }

    @Override
    public FeatureVisibility visibility() {
      return viewer -> lookups.incrementAndGet() > 0;
    }

    @Override
    public RequestOutcome call(RequestContext call) {
      return new RequestOutcome.Complete(
          McpSchema.CallToolResult.builder()
              .addTextContent("done")
              .structuredContent(Map.of())
              .build());
    }
  }

  /** Tool of any scope that runs on the thread of the request. */
  private record ActingTool(
      McpSchema.Tool definition,
      String requiredScope,
      FeatureVisibility visibility,
      Function<RequestContext, RequestOutcome> body)
      implements Tool, InstantFeature {

    ActingTool(String name, String requiredScope, Function<RequestContext, RequestOutcome> body) {
      this(name, requiredScope, FeatureVisibility.EVERYONE, body);
    }

    ActingTool(
        String name,
        String requiredScope,
        FeatureVisibility visibility,
        Function<RequestContext, RequestOutcome> body) {
      this(
          McpSchema.Tool.builder(name, Map.of("type", "object")).build(),
          requiredScope,
          visibility,
          body);
    }

    @Override
    public RequestOutcome call(RequestContext call) {
      return body.apply(call);
    }
  }

  @ParameterizedTest
  @EnumSource(Era.class)
  void toolIsLookedUpOncePerCall(Era era) throws Exception {
    CountingTool tool = new CountingTool();
    McpServerBundle.Builder server = McpServerBundle.builder().features(FeatureCatalog.of(tool));
    try (AcmeServer acme = AcmeServer.start(AcmeServer.configuration(), server)) {
      AcmeClient client = new AcmeClient(acme.url(), READ_AND_WRITE);
      assertThat(era.call(client, "counted").body()).contains("done");
      int properties = tool.properties.get();
      int lookups = tool.lookups.get();
      assertThat(properties).as("before the first call").isPositive();
      for (int i = 0; i < CALLS; i++) {
        assertThat(era.call(client, "counted").body()).contains("done");
      }
      assertThat(tool.properties).hasValue(properties);
      assertThat(tool.lookups).hasValue(lookups + CALLS);
    }
  }

  @Test
  void tooLongBatchIsRejectedBeforeItsToolsAreLookedUp() throws Exception {
    CountingTool tool = new CountingTool();
    McpServerBundle.Builder server = McpServerBundle.builder().features(FeatureCatalog.of(tool));
    try (AcmeServer acme = AcmeServer.start(AcmeServer.configuration(), server)) {
      AcmeClient client = new AcmeClient(acme.url(), READ_AND_WRITE);
      assertThat(client.batch("counted", "counted").statusCode()).isEqualTo(200);
      int lookups = tool.lookups.get();
      assertThat(lookups).isPositive();
      String[] tooMany = Collections.nCopies(101, "counted").toArray(String[]::new);
      assertThat(client.batch(tooMany).statusCode()).isEqualTo(400);
      assertThat(tool.lookups).hasValue(lookups);
    }
  }

  @ParameterizedTest
  @EnumSource(Era.class)
  void toolThatIsDisabledAfterTheLookupIsStillCalled(Era era) throws Exception {
    Switch vanishing = new Switch("vanishing");
    Tool enabling = new ActingTool("enable", OAuthScopes.WRITE, vanishing::enable);
    Tool tool =
        new ActingTool("vanishing", OAuthScopes.WRITE, viewer -> vanishing.disable(), Switch::done);
    McpServerBundle.Builder server =
        McpServerBundle.builder()
            .features(FeatureCatalog.of(enabling))
            .switchableTools(List.of(tool));
    try (AcmeServer acme = AcmeServer.start(AcmeServer.configuration(), server)) {
      AcmeClient client = new AcmeClient(acme.url(), READ_AND_WRITE);
      assertThat(era.call(client, "enable").body()).contains("done");
      assertThat(era.call(client, "vanishing").body()).contains("done");
      assertThat(era.call(client, "vanishing").body()).contains("Unknown tool: vanishing");
    }
  }

  @Test
  void toolThatIsEnabledAfterTheScopeCheckIsNotCalled() throws Exception {
    Switch protectedTool = new Switch("wipe");
    Tool enabling = new ActingTool("enable", OAuthScopes.WRITE, protectedTool::enable);
    McpServerBundle.Builder server =
        McpServerBundle.builder()
            .features(FeatureCatalog.of(enabling))
            .switchableTools(List.of(new ActingTool("wipe", OAuthScopes.ADMIN, Switch::done)));
    try (AcmeServer acme = AcmeServer.start(AcmeServer.configuration(), server)) {
      AcmeClient client = new AcmeClient(acme.url(), READ_AND_WRITE);
      assertThat(client.batch("enable", "wipe").body())
          .contains("done")
          .contains("Unknown tool: wipe");
      assertThat(client.batch("wipe").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void hiddenToolIsRefusedAsAMissingOne() throws Exception {
    Tool hidden = new ActingTool("hidden", OAuthScopes.ADMIN, viewer -> false, Switch::done);
    McpServerBundle.Builder server = McpServerBundle.builder().features(FeatureCatalog.of(hidden));
    try (AcmeServer acme = AcmeServer.start(AcmeServer.configuration(), server)) {
      AcmeClient client = new AcmeClient(acme.url(), READ_AND_WRITE);
      assertThat(Era.STATELESS.call(client, "hidden").body().replace("hidden", "absent"))
          .isEqualTo(Era.STATELESS.call(client, "absent").body());
    }
  }

  /** Enables a tool, and disables it when it is looked up. */
  private static final class Switch {
    private final String tool;
    private volatile RequestContext enabled;

    Switch(String tool) {
      this.tool = tool;
    }

    RequestOutcome enable(RequestContext call) {
      call.changeNotifier().setToolEnabled(tool, true);
      enabled = call;
      return done(call);
    }

    boolean disable() {
      enabled.changeNotifier().setToolEnabled(tool, false);
      return true;
    }

    static RequestOutcome done(RequestContext call) {
      return RequestOutcome.text("done");
    }
  }
}
