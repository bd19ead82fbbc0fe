package io.everythingmcp.server.protocol.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.server.change.ChangeBus;
import io.everythingmcp.server.change.LiveCatalog;
import io.everythingmcp.server.event.Events;
import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Caller;
import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.feature.Client;
import io.everythingmcp.server.feature.Fault;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.protocol.CallContext;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.Json;
import io.modelcontextprotocol.spec.McpSchema;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Work that a tool puts off. */
class DeferredCallTest {
  private static final Duration KEPT = Duration.ofMinutes(1);

  /** Says later how long the given text is. */
  private record Later(boolean keepsItsPromise) implements Tool {
    private static final McpSchema.Tool DEFINITION =
        McpSchema.Tool.builder(
                "later", Schemas.arguments().required("text", Schemas.string("Any")).schema())
            .outputSchema(Schemas.object().required("length", Schemas.number("Of it")).schema())
            .build();

    @Override
    public McpSchema.Tool definition() {
      return DEFINITION;
    }

    @Override
    public Outcome call(Call call) {
      return new Outcome.Deferred(this::work, KEPT);
    }

    private Outcome work(Call call) {
      int length = call.string("text", "").length();
      return Contents.structured(Map.of(keepsItsPromise ? "length" : "size", length));
    }
  }

  private static Outcome finish(Tool tool) {
    try (MemoryStore store = new MemoryStore()) {
      Catalog catalog = new Catalog(List.of(tool), List.of(), List.of(), List.of());
      LiveCatalog live = new LiveCatalog(catalog, List.of(), store, new ChangeBus(store));
      Outcome outcome =
          new Methods(live, PageSizes.of(10), new Events(Runnable::run))
              .find("tools/call")
              .handle(
                  Json.objectOf(Map.of("name", "later", "arguments", Map.of("text", "four"))),
                  call());
      return ((Outcome.Deferred) outcome).job().run(call());
    }
  }

  private static CallContext call() {
    CallContext.Ports ports =
        (CallContext.Ports)
            Proxy.newProxyInstance(
                DeferredCallTest.class.getClassLoader(),
                new Class<?>[] {CallContext.Ports.class},
                (proxy, method, arguments) -> method.getName().equals("hasSession") ? false : null);
    return new CallContext(
        Map.of(),
        Map.of(),
        Caller.anonymous("test"),
        new Client("test", "1", Map.of(), "2025-11-25"),
        CallContext.Round.FIRST,
        ports);
  }

  @Test
  void itHasTheArgumentsOfItsCall() {
    Outcome.Complete complete = (Outcome.Complete) finish(new Later(true));
    assertThat(((McpSchema.CallToolResult) complete.result()).structuredContent())
        .isEqualTo(Map.of("length", 4));
  }

  @Test
  void itsResultIsHeldToTheOutputSchema() {
    assertThat(((Outcome.Refused) finish(new Later(false))).fault()).isEqualTo(Fault.INTERNAL);
  }
}
