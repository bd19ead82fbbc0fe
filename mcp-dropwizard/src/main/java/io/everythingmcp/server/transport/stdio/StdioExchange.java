package io.everythingmcp.server.transport.stdio;

import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerSentEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Response path of stdio: lines on standard output, which all exchanges share. Each line is written
 * in one piece.
 */
final class StdioExchange implements ResponseExchange {
  private final OutputStream out;
  private final Runnable whenEnded;
  private Listener listener = new Listener() {};
  private boolean ended;

  /**
   * Creates an exchange.
   *
   * @param whenEnded called when no further message will be sent
   */
  StdioExchange(OutputStream out, Runnable whenEnded) {
    this.out = out;
    this.whenEnded = whenEnded;
  }

  @Override
  public void reply(int status, Map<String, String> headers, byte[] json) {
    if (json != null) {
      write(json);
    }
    end();
  }

  @Override
  public void openStream(Map<String, String> headers) {
    // A stream of lines is always open.
  }

  @Override
  public boolean send(ServerSentEvent event) {
    if (!event.data().isEmpty()) {
      write(event.data().getBytes(StandardCharsets.UTF_8));
    }
    return true;
  }

  private void write(byte[] message) {
    synchronized (out) {
      try {
        out.write(message);
        out.write('\n');
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException("Standard output is closed", e);
      }
    }
  }

  @Override
  public void close() {
    end();
  }

  /** Ends the exchange. */
  void end() {
    Listener current;
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      current = listener;
    }
    current.onClosed();
    whenEnded.run();
  }

  @Override
  public synchronized boolean isClosed() {
    return ended;
  }

  @Override
  public synchronized void setListener(Listener next) {
    listener = next;
  }

  /** Called at each keep-alive interval. */
  void beat() {
    Listener current;
    synchronized (this) {
      current = listener;
    }
    current.onKeepAlive();
  }
}
