package io.everythingmcp.server.protocol.stateful.stream;

import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerSentEvent;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** Connection that records what was sent, and is slow or closed as configured. */
final class RecordingConnection implements ResponseExchange {
  private final List<ServerSentEvent> sent = new CopyOnWriteArrayList<>();
  private final Random slowness;
  private final boolean moody;
  private volatile Listener listener = new Listener() {};
  private volatile boolean ended;

  private RecordingConnection(boolean moody, long seed) {
    this.moody = moody;
    this.slowness = new Random(seed);
  }

  /** Returns a connection that is always writable. */
  static RecordingConnection alwaysWritable() {
    return new RecordingConnection(false, 0);
  }

  /**
   * Returns a connection that is full at random, and writable again before the sender is notified.
   */
  static RecordingConnection randomlyFull(long seed) {
    return new RecordingConnection(true, seed);
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
    disconnect();
  }

  @Override
  public boolean isClosed() {
    return ended;
  }

  @Override
  public void setListener(Listener next) {
    listener = next;
  }

  /** Closes the connection; listeners that are set later are not notified. */
  void disconnect() {
    if (!ended) {
      ended = true;
      listener.onClosed();
    }
  }

  /** Triggers a keep-alive interval. */
  void triggerKeepAlive() {
    listener.onKeepAlive();
  }

  /** Returns the ids of the sent messages. */
  List<String> ids() {
    return sent.stream().filter(e -> !e.data().isEmpty()).map(ServerSentEvent::id).toList();
  }

  /** Returns the sent messages. */
  List<String> messages() {
    return sent.stream().map(ServerSentEvent::data).filter(data -> !data.isEmpty()).toList();
  }
}
