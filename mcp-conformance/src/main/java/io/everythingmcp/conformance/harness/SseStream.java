package io.everythingmcp.conformance.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A stream of server-sent events, read as it comes.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
public final class SseStream implements AutoCloseable {
  private final InputStream in;
  private final Duration timeout;
  private final Consumer<SseEvent> journal;
  private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
  private final List<SseEvent> arrived = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  /** Result of the reading thread: an event, or the cause of the end. */
  private record Item(SseEvent event, Throwable broken) {}

  SseStream(InputStream in, Duration timeout, Consumer<SseEvent> journal) {
    this.in = in;
    this.timeout = timeout;
    this.journal = journal;
    Thread reader = new Thread(this::read, "sse-reader");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    Throwable broken = null;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      SseParser parser = new SseParser();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        parser.line(line).ifPresent(this::arrived);
      }
    } catch (IOException | AssertionError | NumberFormatException e) {
      broken = e;
    }
    items.add(new Item(null, broken));
  }

  private void arrived(SseEvent event) {
    arrived.add(event);
    journal.accept(event);
    items.add(new Item(event, null));
  }

  /** The next event of any kind, comments included; null at the proper end of the stream. */
  public SseEvent nextOrEnd() {
    Item item = take();
    if (item.event() != null) {
      return item.event();
    }
    items.add(item);
    if (item.broken() != null && !closed) {
      throw new AssertionError("The stream broke after " + arrived, item.broken());
    }
    return null;
  }

  private Item take() {
    Item item = poll(timeout);
    if (item == null) {
      throw new AssertionError("No event within " + timeout.toMillis() + " ms; so far: " + arrived);
    }
    return item;
  }

  private Item poll(Duration atMost) {
    try {
      return items.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  /**
   * Returns the next event that is not a comment; the end of the stream fails the test, and so does
   * a stream with keep-alives only.
   */
  public SseEvent next() {
    long end = System.nanoTime() + timeout.toNanos();
    SseEvent event = nextOrEnd();
    while (event != null && event.comment() != null) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Only comments were received; so far: " + arrived);
      }
      event = nextOrEnd();
    }
    if (event == null) {
      throw new AssertionError("The stream ended; so far: " + arrived);
    }
    return event;
  }

  /** The next event with a message in it. */
  public SseEvent nextWithMessage() {
    SseEvent event = next();
    while (!event.hasMessage()) {
      event = next();
    }
    return event;
  }

  /** The next message. */
  public JsonNode message() {
    return nextWithMessage().json();
  }

  /** The next message that is like this; those before it are skipped. */
  public JsonNode message(Predicate<JsonNode> wanted) {
    JsonNode message = message();
    while (!wanted.test(message)) {
      message = message();
    }
    return message;
  }

  /** Everything up to the end of the stream, comments left out. */
  public List<SseEvent> rest() {
    List<SseEvent> rest = new ArrayList<>();
    for (SseEvent event = nextOrEnd(); event != null; event = nextOrEnd()) {
      if (event.comment() == null) {
        rest.add(event);
      }
    }
    return rest;
  }

  /**
   * Returns the next matching message within a timeout; earlier ones are skipped. Empty at the end
   * of the stream.
   */
  public Optional<JsonNode> messageWithin(Duration atMost, Predicate<JsonNode> wanted) {
    long until = System.nanoTime() + atMost.toNanos();
    for (long left = atMost.toNanos(); left > 0; left = until - System.nanoTime()) {
      Item item = poll(Duration.ofNanos(left));
      if (item == null) {
        return Optional.empty();
      }
      if (item.event() == null) {
        items.add(item);
        return Optional.empty();
      }
      if (item.event().hasMessage() && wanted.test(item.event().json())) {
        return Optional.of(item.event().json());
      }
    }
    return Optional.empty();
  }

  /** Returns whether the stream ends within a timeout; earlier events are skipped. */
  public boolean endsWithin(Duration atMost) {
    long until = System.nanoTime() + atMost.toNanos();
    for (long left = atMost.toNanos(); left > 0; left = until - System.nanoTime()) {
      Item item = poll(Duration.ofNanos(left));
      if (item != null && item.event() == null) {
        items.add(item);
        return true;
      }
    }
    return false;
  }

  /** All events that have arrived so far, comments included. */
  public List<SseEvent> arrived() {
    return List.copyOf(arrived);
  }

  /** The messages that have arrived so far, whether a test has read them or not. */
  public List<JsonNode> arrivedMessages() {
    return arrived.stream().filter(SseEvent::hasMessage).map(SseEvent::json).toList();
  }

  /** Drops the connection, as a client does that vanishes. */
  @Override
  public void close() {
    closed = true;
    try {
      in.close();
    } catch (IOException e) {
      throw new AssertionError("Could not drop the connection", e);
    }
  }
}
