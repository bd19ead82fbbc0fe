package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.CompletedOperation;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.execution.RenderedResponse;
import io.everythingmcp.server.protocol.handlers.McpMethod;
import io.everythingmcp.server.protocol.handlers.ResolvedRequest;
import io.everythingmcp.server.protocol.stateless.header.HeaderRules;
import io.everythingmcp.server.protocol.stateless.subscription.SubscriptionStreamRegistry;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.Optional;

/**
 * Validates requests in the specified order of errors, and starts the valid ones.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 *     HTTP, sending messages</a>
 */
final class StatelessRequestDispatcher {
  private static final String LISTEN = "subscriptions/listen";

  private final StatelessContext context;
  private final ObjectNode discovery;

  StatelessRequestDispatcher(StatelessContext context) {
    this.context = context;
    this.discovery =
        DiscoverServer.result(context.runtime().identity(), context.runtime().catalog().declared());
  }

  /** Serves a request, now or later. */
  void begin(IncomingMessage in, ResolvedRequest resolved, ResponseExchange exchange) {
    long startNanos = System.nanoTime();
    RpcMessage.Request request = resolved.request();
    StatelessRequest incoming = StatelessRequest.of(in, resolved);
    McpMethod method = method(resolved);
    Optional<RenderedResponse> refused = refusal(incoming, method, exchange);
    if (refused.isPresent()) {
      refuse(incoming, exchange, refused.get(), startNanos);
    } else if (!context.outstanding().add(incoming)) {
      String why = "\"id\" is that of a request that is still in progress";
      RenderedResponse duplicate =
          RenderedResponse.error(400, request, RpcError.invalidRequest(why));
      refuse(incoming, exchange, duplicate, startNanos);
    } else if (request.method().equals(LISTEN)) {
      listen(incoming, exchange);
    } else {
      StatelessEraRequest begun = new StatelessEraRequest(context, incoming, exchange);
      context.outstanding().cancelBy(incoming, begun::cancel);
      exchange.setListener(begun);
      begun.execution().start(method);
    }
  }

  private void refuse(
      StatelessRequest incoming, ResponseExchange exchange, RenderedResponse why, long startNanos) {
    new StatelessResponseStream(exchange).respond(why);
    long nanos = System.nanoTime() - startNanos;
    String error = CompletedOperation.refusal(why.code());
    context
        .runtime()
        .operations()
        .publish(() -> incoming.completed(nanos, error, why.code(), why.reason()));
  }

  private Optional<RenderedResponse> refusal(
      StatelessRequest incoming, McpMethod method, ResponseExchange exchange) {
    RpcMessage.Request request = incoming.request();
    Optional<RpcError> header = HeaderRules.violation(incoming.inbound(), incoming.resolved());
    if (header.isPresent()) {
      return Optional.of(RenderedResponse.error(400, request, header.get()));
    }
    boolean listen = request.method().equals(LISTEN);
    if (!listen && method == null) {
      return Optional.of(
          RenderedResponse.error(404, request, RpcError.methodNotFound(request.method())));
    }
    Optional<RpcError> undeclared =
        context.tasks().refusal(incoming.resolved(), incoming.meta().client());
    if (undeclared.isPresent()) {
      return Optional.of(RenderedResponse.error(400, request, undeclared.get()));
    }
    Optional<String> wrong = RequestMeta.violation(request.params());
    if (wrong.isEmpty() && listen) {
      wrong = SubscriptionStreamRegistry.violation(request.params());
    }
    if (wrong.isPresent()) {
      return Optional.of(RenderedResponse.error(200, request, RpcError.invalidParams(wrong.get())));
    }
    return listen
        ? context
            .subscriptions()
            .limitReached(incoming.caller(), exchange.address())
            .map(why -> RenderedResponse.busy(request, why))
        : Optional.empty();
  }

  private McpMethod method(ResolvedRequest resolved) {
    if (resolved.method() != null) {
      return resolved.method();
    }
    String name = resolved.request().method();
    return name.equals("server/discover")
        ? (params, call) -> new RequestOutcome.Complete(discovery)
        : context.tasks().find(name);
  }

  private void listen(StatelessRequest incoming, ResponseExchange exchange) {
    Runnable abandon =
        context
            .subscriptions()
            .open(
                incoming.inbound(),
                incoming.request(),
                exchange,
                () -> context.outstanding().remove(incoming));
    context.outstanding().cancelBy(incoming, abandon);
  }
}
