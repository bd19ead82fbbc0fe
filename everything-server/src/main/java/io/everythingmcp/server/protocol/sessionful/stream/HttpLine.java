package io.everythingmcp.server.protocol.sessionful.stream;

import io.everythingmcp.server.protocol.Exchange;
import io.everythingmcp.server.protocol.StreamEvent;
import io.everythingmcp.server.session.EventLog;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.Ids;
import io.everythingmcp.server.wire.Revision;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The line of a POST: silent until something is said before the answer, or until it takes longer
 * than a keep-alive interval. As long as it is silent the answer is plain JSON; then it is a
 * stream.
 */
public final class HttpLine implements ReplyLine, Exchange.Listener {
  private final EventLog log;
  private final Streams streams;
  private final Session session;
  private final Exchange exchange;
  private final boolean batch;
  private final int expected;
  private final List<byte[]> silent = new ArrayList<>(1);
  private int abandoned;
  private String stream;
  private StreamPump pump;
  private boolean over;

  /**
   * A line for one request, or for a batch.
   *
   * @param expected how many answers there will be
   * @param batch whether the answers belong into an array
   */
  public HttpLine(
      EventLog log,
      Streams streams,
      Session session,
      Exchange exchange,
      int expected,
      boolean batch) {
    this.log = log;
    this.streams = streams;
    this.session = session;
    this.exchange = exchange;
    this.expected = expected;
    this.batch = batch;
  }

  @Override
  public synchronized String stream() {
    if (stream == null) {
      String next = Ids.random();
      log.open(session.id(), next, expected);
      silent.forEach(answer -> log.answer(session.id(), next, text(answer)));
      for (int i = 0; i < abandoned; i++) {
        log.abandon(session.id(), next);
      }
      // Not before, as the store may be away: then it is tried again with the next message.
      stream = next;
      silent.clear();
      pump = streams.follow(session, stream, exchange);
    }
    return stream;
  }

  @Override
  public synchronized void say(String message) {
    if (!over) {
      log.say(session.id(), stream(), message);
    }
  }

  @Override
  public synchronized void answer(byte[] message) {
    if (over) {
      return;
    }
    if (stream != null) {
      answerOnStream(text(message));
      return;
    }
    silent.add(message);
    if (silent.size() + abandoned == expected) {
      over = true;
      exchange.reply(200, Map.of(), batch ? array(silent) : silent.get(0));
    }
  }

  /** An answer that the store does not take is better sent without it than not at all. */
  private void answerOnStream(String message) {
    try {
      log.answer(session.id(), stream, message);
    } catch (StoreUnavailableException e) {
      exchange.send(StreamEvent.message(null, message));
      if (expected == 1) {
        pump.finish();
      }
    }
  }

  @Override
  public synchronized void abandon() {
    if (over) {
      return;
    }
    if (stream != null) {
      log.abandon(session.id(), stream);
      return;
    }
    abandoned++;
    if (abandoned == expected) {
      stream();
    } else if (silent.size() + abandoned == expected) {
      over = true;
      exchange.reply(200, Map.of(), array(silent));
    }
  }

  @Override
  public synchronized void end() {
    over = true;
    if (stream == null) {
      exchange.open(Map.of());
      exchange.close();
    } else {
      pump.finish();
    }
  }

  @Override
  public synchronized void detach() {
    if (!over && session.revision().atLeast(Revision.V2025_11_25)) {
      stream();
      pump.finish();
    }
  }

  @Override
  public synchronized void beat() {
    if (!over) {
      stream();
    }
  }

  private static String text(byte[] message) {
    return new String(message, StandardCharsets.UTF_8);
  }

  private static byte[] array(List<byte[]> messages) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    char separator = '[';
    for (byte[] message : messages) {
      out.write(separator);
      out.writeBytes(message);
      separator = ',';
    }
    out.write(']');
    return out.toByteArray();
  }
}
