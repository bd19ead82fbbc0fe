package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.Exchange;
import io.everythingmcp.server.protocol.Inbound;
import io.everythingmcp.server.protocol.Operation;
import io.everythingmcp.server.protocol.handlers.Method;
import io.everythingmcp.server.protocol.stateless.listen.Listens;
import io.everythingmcp.server.wire.Revision;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.Optional;

/**
 * Looks at requests in the order in which they can be wrong, and starts those that are right.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 *     HTTP, sending messages</a>
 */
final class Requests {
  private static final String LISTEN = "subscriptions/listen";

  private final Context context;
  private final ObjectNode discovery;

  Requests(Context context) {
    this.context = context;
    this.discovery =
        Discover.result(context.runtime().identity(), context.runtime().catalog().offers());
  }

  /** Serves a request, now or later. */
  void begin(Inbound in, RpcMessage.Request request, Exchange exchange) {
    long begun = System.nanoTime();
    Optional<Sent> refused = refusal(in, request);
    if (refused.isPresent()) {
      refuse(in, request, exchange, refused.get(), begun);
      return;
    }
    Incoming incoming = Incoming.of(in, request);
    if (!context.outstanding().add(incoming)) {
      String why = "\"id\" is that of a request which has not been answered yet";
      refuse(in, request, exchange, Sent.error(400, request, RpcError.invalidRequest(why)), begun);
    } else if (request.method().equals(LISTEN)) {
      listen(incoming, exchange);
    } else {
      Run run = new Run(context, incoming, exchange);
      context.outstanding().cancelBy(incoming, run::cancel);
      exchange.listen(run);
      run.start(find(request.method()));
    }
  }

  private void refuse(
      Inbound in, RpcMessage.Request request, Exchange exchange, Sent why, long begun) {
    new Reply(exchange).answer(why);
    long nanos = System.nanoTime() - begun;
    context
        .runtime()
        .operations()
        .ended(
            () ->
                new Operation(
                    Revision.V2026_07_28,
                    in.channel(),
                    request,
                    in.caller(),
                    null,
                    nanos,
                    Operation.refusal(why.code()),
                    why.code(),
                    why.reason()));
  }

  private Optional<Sent> refusal(Inbound in, RpcMessage.Request request) {
    Optional<RpcError> header = context.headers().violation(in, request);
    if (header.isPresent()) {
      return Optional.of(Sent.error(400, request, header.get()));
    }
    boolean listen = request.method().equals(LISTEN);
    if (!listen && find(request.method()) == null) {
      return Optional.of(Sent.error(404, request, RpcError.methodNotFound(request.method())));
    }
    Optional<RpcError> undeclared =
        context.tasks().refusal(request, RequestMeta.of(request.params()).client(), in.caller());
    if (undeclared.isPresent()) {
      return Optional.of(Sent.error(400, request, undeclared.get()));
    }
    Optional<String> wrong = RequestMeta.violation(request.params());
    if (wrong.isEmpty() && listen) {
      wrong = Listens.violation(request.params());
    }
    if (wrong.isPresent()) {
      return Optional.of(Sent.error(200, request, RpcError.invalidParams(wrong.get())));
    }
    return listen
        ? context.listens().full(in.caller()).map(why -> Sent.busy(request, why))
        : Optional.empty();
  }

  private Method find(String method) {
    if (method.equals("server/discover")) {
      return (params, call) -> new RequestOutcome.Complete(discovery);
    }
    Method shared = context.runtime().methods().find(method);
    return shared != null ? shared : context.tasks().find(method);
  }

  private void listen(Incoming incoming, Exchange exchange) {
    Runnable abandon =
        context
            .listens()
            .begin(
                incoming.inbound(),
                incoming.request(),
                exchange,
                () -> context.outstanding().remove(incoming));
    context.outstanding().cancelBy(incoming, abandon);
  }
}
