package io.everythingmcp.server.ops.management;

import io.everythingmcp.server.event.EventRelay;
import io.everythingmcp.server.protocol.Exchange;
import io.everythingmcp.server.protocol.Headers;
import io.everythingmcp.server.protocol.Workers;
import io.everythingmcp.server.transport.http.StreamServlet;
import io.everythingmcp.server.wire.Json;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Operators who watch what happens. */
public final class EventStreams implements StreamServlet.Opener {
  private static final int MOST = 50;

  private final EventRelay relay;
  private final Workers workers;
  private final AtomicInteger open = new AtomicInteger();

  public EventStreams(EventRelay relay, Workers workers) {
    this.relay = relay;
    this.workers = workers;
  }

  @Override
  public void open(Headers headers, Exchange exchange) {
    if (open.incrementAndGet() > MOST) {
      open.decrementAndGet();
      exchange.reply(
          503,
          Map.of(),
          Json.bytes(new ManagementError("busy", MOST + " operators watch this instance already")));
      return;
    }
    new EventStream(relay, workers, exchange, open::decrementAndGet).open(after(headers));
  }

  private static long after(Headers headers) {
    String last = headers.first(Headers.LAST_EVENT_ID);
    return last != null && last.matches("\\d{1,18}") ? Long.parseLong(last) : -1;
  }
}
