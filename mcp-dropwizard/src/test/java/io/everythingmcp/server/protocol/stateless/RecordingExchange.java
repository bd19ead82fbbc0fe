package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerSentEvent;
import io.everythingmcp.server.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Exchange that records what was sent, with a configurable client. */
final class RecordingExchange implements ResponseExchange {
  private final String address;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<ServerSentEvent> events = new CopyOnWriteArrayList<>();
  private volatile Listener listener = new Listener() {};
  private volatile boolean full;
  private volatile boolean opened;
  private volatile int status;
  private volatile Map<String, String> headers = Map.of();
  private volatile JsonNode body;

  RecordingExchange() {
    this("");
  }

  /** An exchange with a client at this address. */
  RecordingExchange(String address) {
    this.address = address;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public void reply(int code, Map<String, String> more, byte[] json) {
    status = code;
    headers = more;
    body =
        json == null
            ? null
            : WireJson.read(new String(json, StandardCharsets.UTF_8), JsonNode.class);
    ended.countDown();
  }

  @Override
  public void openStream(Map<String, String> more) {
    opened = true;
    status = 200;
  }

  @Override
  public boolean send(ServerSentEvent event) {
    if (ended.getCount() == 0) {
      throw new IllegalStateException("A message was sent after the end: " + event);
    }
    events.add(event);
    return !full;
  }

  @Override
  public void close() {
    ended.countDown();
    listener.onClosed();
  }

  @Override
  public boolean isClosed() {
    return ended.getCount() == 0;
  }

  @Override
  public void setListener(Listener next) {
    listener = next;
  }

  Listener listener() {
    return listener;
  }

  /** Sets whether the client has stopped reading. */
  void setFull(boolean now) {
    full = now;
    if (!now) {
      listener.onWritable();
    }
  }

  /** Closes the connection of the client. */
  void disconnect() {
    ended.countDown();
    listener.onClosed();
  }

  RecordingExchange await() {
    try {
      if (!ended.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("There was no message: " + events);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  boolean stream() {
    return opened;
  }

  List<ServerSentEvent> events() {
    return events;
  }

  /** Returns the messages of the stream. */
  List<JsonNode> messages() {
    return events.stream().map(event -> WireJson.read(event.data(), JsonNode.class)).toList();
  }

  /** Returns the response, as JSON or from the stream. */
  JsonNode response() {
    return opened ? messages().get(events.size() - 1) : body;
  }

  JsonNode result() {
    return response().path("result");
  }

  JsonNode error() {
    return response().path("error");
  }
}
