package io.everythingmcp.server.transport.http;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerSentEvent;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One HTTP request and its response. Until the servlet returns, a response is written directly;
 * afterwards the request is asynchronous and its messages are written one at a time whenever the
 * connection is writable.
 *
 * <p>The container reuses its objects for the next request of the connection. They are therefore
 * used only under the lock of this exchange and before {@link Phase#ENDED}; the container, which
 * signals the end before it reuses them, waits for the same lock.
 */
final class ServletExchange implements ResponseExchange, WriteListener {
  private static final int ENOUGH = 64;

  /** Bytes that fit into the container's buffer and are written without waiting for the client. */
  private static final int AT_ONCE = 30 * 1_024;

  private enum Phase {
    /** The servlet has not returned. */
    SYNC,
    /** The servlet has returned, and no response was started. */
    WAITING,
    /** Waiting until the connection is writable. */
    STARTING,
    /** The response is being written. */
    WRITING,
    /** The exchange has ended. */
    ENDED
  }

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final KeepAlive keepAlive;
  private final CredentialCheck credential;
  private final ArrayDeque<byte[]> queue = new ArrayDeque<>(2);
  private Phase phase = Phase.SYNC;
  private Listener listener = new Listener() {};
  private AsyncContext async;
  private String address;
  private volatile DirectOutput out;
  private boolean stream;
  private boolean closing;
  private boolean blocked;
  private boolean closeNotificationPending;

  ServletExchange(HttpServletRequest request, HttpServletResponse response, KeepAlive keepAlive) {
    this.request = request;
    this.response = response;
    this.keepAlive = keepAlive;
    this.credential = CredentialCheck.of(request);
  }

  /** Called before the servlet returns: a response that was not sent is sent asynchronously. */
  void continueAsync() {
    synchronized (this) {
      if (phase != Phase.SYNC) {
        return;
      }
      address = request.getRemoteAddr();
      async = request.startAsync();
      async.setTimeout(0);
      async.addListener(new AsyncCompletionListener(this::fail));
      keepAlive.add(this);
      phase = Phase.WAITING;
      if (!stream && !closing) {
        return;
      }
    }
    startWriting();
  }

  @Override
  public synchronized String address() {
    return async == null ? request.getRemoteAddr() : address;
  }

  @Override
  public void reply(int status, Map<String, String> headers, byte[] json) {
    synchronized (this) {
      if (phase == Phase.ENDED || stream || closing) {
        return;
      }
      response.setStatus(status);
      headers.forEach(response::setHeader);
      if (json != null) {
        response.setContentType("application/json");
        response.setContentLength(json.length);
      }
      if (phase == Phase.SYNC && (json == null || json.length <= AT_ONCE)) {
        phase = Phase.ENDED;
        DirectOutput.writeImmediately(response, json);
        return;
      }
      if (json != null) {
        queue.add(json);
      }
      closing = true;
      if (phase == Phase.SYNC) {
        return;
      }
    }
    startWriting();
  }

  @Override
  public void openStream(Map<String, String> headers) {
    synchronized (this) {
      if (phase == Phase.ENDED || stream || closing) {
        return;
      }
      stream = true;
      response.setStatus(200);
      response.setContentType("text/event-stream");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      headers.forEach(response::setHeader);
      if (phase == Phase.SYNC) {
        return;
      }
    }
    startWriting();
  }

  private void startWriting() {
    synchronized (this) {
      if (phase != Phase.WAITING) {
        return;
      }
      phase = Phase.STARTING;
      try {
        startOutput();
      } catch (IOException | IllegalStateException e) {
        fail();
      }
    }
    notifyClosed();
  }

  private void startOutput() throws IOException {
    if (!stream && queue.isEmpty()) {
      fail();
    } else {
      out = new DirectOutput(response.getOutputStream(), stream);
      out.start(this, queue, this::fail);
    }
  }

  @Override
  public boolean send(ServerSentEvent event) {
    enqueue(ServerSentEventEncoder.encode(event));
    synchronized (this) {
      blocked = phase != Phase.SYNC && queue.size() >= ENOUGH;
      return !blocked;
    }
  }

  private void enqueue(byte[] bytes) {
    synchronized (this) {
      if (phase == Phase.ENDED || closing) {
        return;
      }
      queue.add(bytes);
    }
    continueWriting();
  }

  @Override
  public void close() {
    synchronized (this) {
      closing = true;
    }
    continueWriting();
  }

  @Override
  public synchronized boolean isClosed() {
    return phase == Phase.ENDED;
  }

  @Override
  public synchronized void setListener(Listener next) {
    listener = next;
  }

  private synchronized Listener listener() {
    return listener;
  }

  /** Called at each keep-alive interval. */
  void sendKeepAlive() {
    if (credential.expired()) {
      listener().onAuthenticationExpired();
    }
    listener().onKeepAlive();
    boolean idle;
    synchronized (this) {
      idle = stream && phase == Phase.WRITING && queue.isEmpty() && !closing;
    }
    if (idle) {
      enqueue(ServerSentEventEncoder.COMMENT);
    }
  }

  /** Ends the exchange if its credential was revoked; false if it cannot be verified now. */
  boolean check(Predicate<CallerIdentity> whose) {
    return credential.check(whose, this, listener());
  }

  void drain() {
    listener().onShutdown();
  }

  private void continueWriting() {
    boolean room;
    boolean over;
    synchronized (this) {
      try {
        over = writeQueued();
      } catch (IOException | IllegalStateException e) {
        over = true;
      }
      room = blocked && queue.size() < ENOUGH && !over;
      if (room) {
        blocked = false;
      }
    }
    if (over) {
      fail();
    } else if (room) {
      listener().onWritable();
    }
    notifyClosed();
  }

  /** Writes as much as possible without waiting; returns true if the response is complete. */
  private boolean writeQueued() throws IOException {
    return phase == Phase.WRITING && out.writeFrom(queue, () -> phase == Phase.WRITING) && closing;
  }

  /** Ends the exchange after an error; no further bytes are written. */
  void fail() {
    boolean nested = Thread.holdsLock(this);
    synchronized (this) {
      if (phase == Phase.ENDED) {
        return;
      }
      phase = Phase.ENDED;
      queue.clear();
      closeNotificationPending = true;
      if (async != null) {
        AsyncCompletionListener.complete(async);
      }
    }
    if (!nested) {
      notifyClosed();
    }
  }

  /** Notifies the listener of the end, once, and without the lock. */
  private void notifyClosed() {
    synchronized (this) {
      if (!closeNotificationPending) {
        return;
      }
      closeNotificationPending = false;
    }
    keepAlive.remove(this);
    listener().onClosed();
  }

  @Override
  public void onWritePossible() {
    synchronized (this) {
      if (phase == Phase.STARTING) {
        phase = Phase.WRITING;
      }
    }
    continueWriting();
  }

  @Override
  public void onError(Throwable problem) {
    keepAlive.onConnectionError(problem);
    fail();
  }
}
