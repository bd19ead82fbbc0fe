package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.server.protocol.EraProvider;
import io.everythingmcp.server.protocol.EraSettings;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.ProtocolEra;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.execution.RenderedResponse;
import io.everythingmcp.server.protocol.handlers.ResolvedRequest;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Revision 2026-07-28. */
public final class StatelessEra implements ProtocolEra {
  private final StatelessContext context;
  private final StatelessRequestDispatcher requests;
  private volatile boolean draining;

  public StatelessEra(ServerRuntime runtime) {
    this.context = StatelessContext.of(runtime);
    this.requests = new StatelessRequestDispatcher(context);
  }

  @Override
  public CompletionStage<?> handle(
      IncomingMessage in, List<ResolvedRequest> resolved, ResponseExchange exchange) {
    if (in.message() instanceof RpcMessage.Notification notification) {
      exchange.reply(202, Map.of(), null);
      notified(in, notification);
    } else if (!(in.message() instanceof RpcMessage.Request request)) {
      RpcError error = RpcError.invalidRequest("only requests and notifications are accepted here");
      exchange.reply(400, Map.of(), WireJson.bytes(RpcMessage.error(null, error)));
    } else if (draining) {
      String why = "The server is shutting down; retry the request";
      new StatelessResponseStream(exchange).respond(RenderedResponse.busy(request, why));
    } else {
      requests.begin(in, resolved.get(0), exchange);
    }
    return SERVED;
  }

  /** Over HTTP the end of a connection cancels its request, and a notification does nothing. */
  private void notified(IncomingMessage in, RpcMessage.Notification notification) {
    if (in.channel() == IncomingMessage.Channel.STDIO
        && notification.method().equals("notifications/cancelled")) {
      context.outstanding().cancel(notification.params().get("requestId"));
    }
  }

  @Override
  public void rotateKeys() {
    context.roundTrips().rotateKeys();
  }

  @Override
  public void drain() {
    draining = true;
    context.subscriptions().drain();
  }

  @Override
  public int activeRequestCount() {
    return context.outstanding().working();
  }

  /** The provider of this era. */
  public static final class Provider implements EraProvider {
    @Override
    public boolean isStateful() {
      return false;
    }

    @Override
    public ProtocolEra create(ServerRuntime runtime, EraSettings settings) {
      return new StatelessEra(runtime);
    }
  }
}
