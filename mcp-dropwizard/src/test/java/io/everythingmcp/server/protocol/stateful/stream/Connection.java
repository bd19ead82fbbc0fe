package io.everythingmcp.server.protocol.stateful.stream;

import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerSentEvent;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** A connection that remembers what was sent, and is as slow or as gone as a test wants. */
final class Connection implements ResponseExchange {
  private final List<ServerSentEvent> sent = new CopyOnWriteArrayList<>();
  private final Random slowness;
  private final boolean moody;
  private volatile Listener listener = new Listener() {};
  private volatile boolean ended;

  private Connection(boolean moody, long seed) {
    this.moody = moody;
    this.slowness = new Random(seed);
  }

  /** One that takes everything. */
  static Connection quick() {
    return new Connection(false, 0);
  }

  /** One that is full now and then, and has room again before the sender has heard of it. */
  static Connection moody(long seed) {
    return new Connection(true, seed);
  }

  @Override
  public void reply(int status, Map<String, String> headers, byte[] json) {
    throw new IllegalStateException("This is a stream");
  }

  @Override
  public void openStream(Map<String, String> headers) {}

  @Override
  public boolean send(ServerSentEvent event) {
    sent.add(event);
    if (!moody || slowness.nextInt(3) > 0) {
      return true;
    }
    listener.onWritable();
    return false;
  }

  @Override
  public void close() {
    leave();
  }

  @Override
  public boolean isClosed() {
    return ended;
  }

  @Override
  public void setListener(Listener next) {
    listener = next;
  }

  /** The other side goes away; whoever listens later is not told. */
  void leave() {
    if (!ended) {
      ended = true;
      listener.onClosed();
    }
  }

  /** A keep-alive interval passes. */
  void beat() {
    listener.onKeepAlive();
  }

  /** The ids of the messages that were sent. */
  List<String> ids() {
    return sent.stream().filter(e -> !e.data().isEmpty()).map(ServerSentEvent::id).toList();
  }

  /** The messages that were sent. */
  List<String> messages() {
    return sent.stream().map(ServerSentEvent::data).filter(data -> !data.isEmpty()).toList();
  }
}
