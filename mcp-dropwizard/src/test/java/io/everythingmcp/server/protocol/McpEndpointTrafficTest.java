package io.everythingmcp.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.catalog.CurrentCatalog;
import io.everythingmcp.server.change.ChangeBus;
import io.everythingmcp.server.protocol.handlers.McpMethodTable;
import io.everythingmcp.server.protocol.handlers.PageSizes;
import io.everythingmcp.server.protocol.handlers.ResolvedRequest;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.RpcMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where messages are observed: at the endpoint, for both eras, and not at all when it is off. */
class McpEndpointTrafficTest {
  private final List<ResponseExchange> served = new ArrayList<>();

  private final ProtocolEra era =
      new ProtocolEra() {
        @Override
        public void drain() {}

        @Override
        public int activeRequestCount() {
          return 0;
        }

        @Override
        public CompletionStage<?> handle(
            IncomingMessage inbound, List<ResolvedRequest> resolved, ResponseExchange exchange) {
          served.add(exchange);
          return SERVED;
        }

        @Override
        public Optional<String> openChannel(
            String owner, ResponseExchange exchange, Function<String, ServerSentEvent> first) {
          served.add(exchange);
          return Optional.of("session");
        }
      };

  private final StateStore store = new MemoryStore();
  private final ServerRuntime runtime = runtime(store);

  private McpEndpoint endpoint(MessageTraffic traffic) {
    return new McpEndpoint(new EraClassifier(EnabledEras.BOTH), era, era, null, runtime, traffic);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static ServerRuntime runtime(StateStore store) {
    ServerEventBus events = new ServerEventBus(Runnable::run);
    CurrentCatalog catalog =
        new CurrentCatalog(FeatureCatalog.of(), List.of(), store, new ChangeBus(store));
    return new ServerRuntime(
        store,
        catalog,
        new McpMethodTable(catalog, PageSizes.of(10), events, false),
        null,
        null,
        null,
        null,
        events,
        new OperationObservers());
  }

  private static IncomingMessage message(String version, String json) {
    return new IncomingMessage(
        IncomingMessage.Channel.STDIO,
        IncomingMessage.HttpMethod.POST,
        RequestHeaders.NONE,
        version.isEmpty() ? "session" : null,
        RpcMessage.parse(
            json.replace("VERSION", version).replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
        CallerIdentity.anonymous("test"));
  }

  private static List<IncomingMessage> ofBothEras() {
    return List.of(
        message("", "{'jsonrpc':'2.0','id':1,'method':'ping'}"),
        message(
            "2026-07-28",
            "{'jsonrpc':'2.0','id':1,'method':'tools/list','params':{'_meta':{"
                + "'io.modelcontextprotocol/protocolVersion':'VERSION',"
                + "'io.modelcontextprotocol/clientCapabilities':{}}}}"));
  }

  @Test
  void withoutATrafficLogTheErasGetTheExchangesOfTheTransport() {
    McpEndpoint endpoint = endpoint(null);
    List<ResponseExchange> given = new ArrayList<>();
    for (IncomingMessage message : ofBothEras()) {
      given.add(new NoExchange());
      endpoint.handle(message, given.get(given.size() - 1));
    }
    given.add(new NoExchange());
    endpoint.openChannel("owner", given.get(2), id -> null);
    assertThat(served).hasSize(3).usingElementComparator((a, b) -> a == b ? 0 : 1).isEqualTo(given);
  }

  @Test
  void withATrafficLogBothErasAndChannelsAreObserved() {
    NoExchange observed = new NoExchange();
    List<String> seen = new ArrayList<>();
    McpEndpoint endpoint =
        endpoint(
            new MessageTraffic() {
              @Override
              public ResponseExchange observe(IncomingMessage inbound, ResponseExchange exchange) {
                seen.add(inbound.message().getClass().getSimpleName());
                return observed;
              }

              @Override
              public Optional<String> openChannel(
                  ProtocolEra through,
                  String owner,
                  ResponseExchange exchange,
                  Function<String, ServerSentEvent> first) {
                seen.add("channel");
                return through.openChannel(owner, observed, first);
              }
            });
    ofBothEras().forEach(message -> endpoint.handle(message, new NoExchange()));
    endpoint.handle(message("", "not JSON"), new NoExchange());
    assertThat(endpoint.openChannel("owner", new NoExchange(), id -> null)).contains("session");
    assertThat(seen).containsExactly("Request", "Request", "Invalid", "channel");
    assertThat(served).hasSize(3).allMatch(exchange -> exchange == observed);
    assertThat(observed.replies).as("the refusal of what is not JSON").isEqualTo(1);
  }

  private static final class NoExchange implements ResponseExchange {
    private int replies;

    @Override
    public void reply(int status, Map<String, String> headers, byte[] json) {
      replies++;
    }

    @Override
    public void openStream(Map<String, String> headers) {}

    @Override
    public boolean send(ServerSentEvent event) {
      return true;
    }

    @Override
    public void close() {}

    @Override
    public boolean isClosed() {
      return false;
    }

    @Override
    public void setListener(Listener listener) {}
  }
}
