package io.everythingmcp.server.protocol.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.server.catalog.CurrentCatalog;
import io.everythingmcp.server.change.ChangeBus;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deferred work of tools. */
class DeferredCallTest {
  private static final Duration KEPT = Duration.ofMinutes(1);

  /** Completes asynchronously with the length of a text. */
  private record Later(boolean keepsItsPromise) implements Tool {
    private static final McpSchema.Tool DEFINITION =
        McpSchema.Tool.builder(
                "later",
                SchemaBuilder.arguments().required("text", SchemaBuilder.string("Any")).schema())
            .outputSchema(
                SchemaBuilder.object().required("length", SchemaBuilder.number("Of it")).schema())
            .build();

    @Override
    public McpSchema.Tool definition() {
      return DEFINITION;
    }

    @Override
    public RequestOutcome call(RequestContext call) {
      return new RequestOutcome.DeferredTask(this::work, KEPT);
    }

    private RequestOutcome work(RequestContext call) {
      int length = call.stringArgument("text", "").length();
      return ContentBlocks.structured(Map.of(keepsItsPromise ? "length" : "size", length));
    }
  }

  private static RequestOutcome finish(Tool tool) {
    try (MemoryStore store = new MemoryStore()) {
      FeatureCatalog catalog = new FeatureCatalog(List.of(tool), List.of(), List.of(), List.of());
      CurrentCatalog live = new CurrentCatalog(catalog, List.of(), store, new ChangeBus(store));
      JsonNode params =
          WireJson.objectOf(Map.of("name", "later", "arguments", Map.of("text", "four")));
      RequestOutcome outcome =
          new McpMethodTable(live, PageSizes.of(10), new ServerEventBus(Runnable::run), false)
              .resolve(new RpcMessage.Request(IntNode.valueOf(1), "tools/call", params), viewer())
              .method()
              .handle(params, call());
      return ((RequestOutcome.DeferredTask) outcome).work().run(call());
    }
  }

  private static FeatureVisibility.Viewer viewer() {
    return new FeatureVisibility.Viewer(CallerIdentity.anonymous("test"), false);
  }

  private static RuntimeRequestContext call() {
    RuntimeRequestContext.RequestServices ports =
        (RuntimeRequestContext.RequestServices)
            Proxy.newProxyInstance(
                DeferredCallTest.class.getClassLoader(),
                new Class<?>[] {RuntimeRequestContext.RequestServices.class},
                (proxy, method, arguments) -> method.getName().equals("hasSession") ? false : null);
    return new RuntimeRequestContext(
        Map.of(),
        Map.of(),
        CallerIdentity.anonymous("test"),
        new ClientInfo("test", "1", Map.of(), "2025-11-25"),
        RuntimeRequestContext.RoundTrip.FIRST,
        ports);
  }

  @Test
  void callHasItsArguments() {
    RequestOutcome.Complete complete = (RequestOutcome.Complete) finish(new Later(true));
    assertThat(((McpSchema.CallToolResult) complete.result()).structuredContent())
        .isEqualTo(Map.of("length", 4));
  }

  @Test
  void resultIsValidatedAgainstTheOutputSchema() {
    assertThat(((RequestOutcome.Failed) finish(new Later(false))).kind())
        .isEqualTo(ErrorKind.INTERNAL_ERROR);
  }
}
