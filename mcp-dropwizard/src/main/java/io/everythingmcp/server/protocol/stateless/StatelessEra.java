package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.server.protocol.Era;
import io.everythingmcp.server.protocol.Exchange;
import io.everythingmcp.server.protocol.Inbound;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Revision 2026-07-28. */
public final class StatelessEra implements Era {
  private final Context context;
  private final Requests requests;
  private volatile boolean draining;

  public StatelessEra(ServerRuntime runtime) {
    this.context = Context.of(runtime);
    this.requests = new Requests(context);
  }

  @Override
  public CompletionStage<?> serve(Inbound in, Exchange exchange) {
    if (in.message() instanceof RpcMessage.Notification notification) {
      exchange.reply(202, Map.of(), null);
      notified(in, notification);
    } else if (!(in.message() instanceof RpcMessage.Request request)) {
      RpcError error = RpcError.invalidRequest("only requests and notifications are taken here");
      exchange.reply(400, Map.of(), Json.bytes(RpcMessage.error(null, error)));
    } else if (draining) {
      String why = "This instance is stopping; another one, or this one later, will serve you";
      new Reply(exchange).answer(Sent.busy(request, why));
    } else {
      requests.begin(in, request, exchange);
    }
    return SERVED;
  }

  /** Over HTTP the end of a connection cancels its request, and a notification does nothing. */
  private void notified(Inbound in, RpcMessage.Notification notification) {
    if (in.channel() == Inbound.Channel.STDIO
        && notification.method().equals("notifications/cancelled")) {
      context.outstanding().cancel(notification.params().get("requestId"));
    }
  }

  @Override
  public void rotateKeys() {
    context.rounds().rotateKeys();
  }

  @Override
  public void drain() {
    draining = true;
    context.listens().drain();
  }

  @Override
  public int running() {
    return context.outstanding().working();
  }
}
