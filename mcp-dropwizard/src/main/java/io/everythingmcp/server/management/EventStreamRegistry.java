package io.everythingmcp.server.management;

import io.everythingmcp.server.event.EventRelay;
import io.everythingmcp.server.protocol.RequestHeaders;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerExecutor;
import io.everythingmcp.server.transport.http.StreamServlet;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Event streams of operators. */
public final class EventStreamRegistry implements StreamServlet.Opener {
  private static final int MOST = 50;

  private final EventRelay relay;
  private final ServerExecutor workers;
  private final AtomicInteger open = new AtomicInteger();

  public EventStreamRegistry(EventRelay relay, ServerExecutor workers) {
    this.relay = relay;
    this.workers = workers;
  }

  @Override
  public void open(RequestHeaders headers, ResponseExchange exchange) {
    if (open.incrementAndGet() > MOST) {
      open.decrementAndGet();
      exchange.reply(
          503,
          Map.of(),
          WireJson.bytes(
              new ManagementError(
                  "busy", "Limit of event streams of an instance reached: " + MOST)));
      return;
    }
    new EventStream(relay, workers, exchange, open::decrementAndGet).open(lastEventNumber(headers));
  }

  private static long lastEventNumber(RequestHeaders headers) {
    String last = headers.first(RequestHeaders.LAST_EVENT_ID);
    return last != null && last.matches("\\d{1,18}") ? Long.parseLong(last) : -1;
  }
}
