package io.everythingmcp.server.transport.http;

import io.everythingmcp.server.protocol.Exchange;
import io.everythingmcp.server.protocol.StreamEvent;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.HttpOutput;

/**
 * One HTTP request and its answer. As long as the servlet has not returned, an answer is written at
 * once; afterwards the request is asynchronous and everything is written by whoever finds the
 * connection ready, one at a time.
 */
final class ServletExchange implements Exchange, WriteListener {
  private static final int ENOUGH = 64;

  /** What fits into the container's buffer can be written without waiting for the client. */
  private static final int AT_ONCE = 30 * 1_024;

  private enum Phase {
    /** The servlet has not returned. */
    SYNC,
    /** It has, and nothing has been answered. */
    WAITING,
    /** The container has been asked to say when something can be written. */
    STARTING,
    /** Something is being written. */
    WRITING,
    /** All is over. */
    ENDED
  }

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final KeepAlive keepAlive;
  private final Instant until;
  private final ArrayDeque<byte[]> queue = new ArrayDeque<>(2);
  private Phase phase = Phase.SYNC;
  private Listener listener = new Listener() {};
  private AsyncContext async;
  private volatile ServletOutputStream out;
  private boolean stream;
  private boolean closing;
  private boolean flushed = true;
  private boolean blocked;

  ServletExchange(HttpServletRequest request, HttpServletResponse response, KeepAlive keepAlive) {
    this.request = request;
    this.response = response;
    this.keepAlive = keepAlive;
    this.until = CallerSource.until(request);
  }

  /** The servlet is about to return: what has not been answered yet is answered later. */
  void settle() throws IOException {
    synchronized (this) {
      if (phase != Phase.SYNC) {
        return;
      }
      goAsync();
      phase = Phase.WAITING;
      if (!stream && !closing) {
        return;
      }
    }
    startWriting();
  }

  private void goAsync() {
    async = request.startAsync();
    async.setTimeout(0);
    async.addListener(new AsyncEnd(this::fail));
    keepAlive.add(this);
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
      if (json == null || json.length <= AT_ONCE) {
        writeNow(json);
        if (phase == Phase.SYNC) {
          phase = Phase.ENDED;
          return;
        }
      } else {
        queue.add(json);
        closing = true;
        if (phase == Phase.SYNC) {
          return;
        }
      }
    }
    if (closing) {
      startWriting();
    } else {
      fail();
    }
  }

  private void writeNow(byte[] json) {
    if (json != null) {
      try {
        response.getOutputStream().write(json);
      } catch (IOException e) {
        // The client has gone; the container notices, too.
      }
    }
  }

  @Override
  public void open(Map<String, String> headers) {
    synchronized (this) {
      if (phase == Phase.ENDED || stream || closing) {
        return;
      }
      stream = true;
      flushed = false;
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
    }
    try {
      out = response.getOutputStream();
      out.setWriteListener(this);
    } catch (IOException | IllegalStateException e) {
      fail();
    }
  }

  @Override
  public boolean send(StreamEvent event) {
    enqueue(EventText.encode(event));
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
    flow();
  }

  @Override
  public void close() {
    synchronized (this) {
      closing = true;
    }
    flow();
  }

  @Override
  public synchronized boolean ended() {
    return phase == Phase.ENDED;
  }

  @Override
  public synchronized void listen(Listener next) {
    listener = next;
  }

  private synchronized Listener listener() {
    return listener;
  }

  /** Called now and then while the exchange is open. */
  void beat() {
    if (Instant.now().isAfter(until)) {
      listener().expired();
    }
    listener().beat();
    boolean idle;
    synchronized (this) {
      idle = stream && phase == Phase.WRITING && queue.isEmpty() && !closing;
    }
    if (idle) {
      enqueue(EventText.COMMENT);
    }
  }

  /** The server is about to stop. */
  void drain() {
    listener().drain();
  }

  private void flow() {
    boolean room;
    boolean over;
    synchronized (this) {
      try {
        over = pump();
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
      listener().ready();
    }
  }

  /** Writes as much as the connection takes; true when all is over. */
  private boolean pump() throws IOException {
    while (phase == Phase.WRITING && out.isReady()) {
      byte[] next = queue.poll();
      if (next != null) {
        write(next);
      } else if (!flushed) {
        flushed = true;
        out.flush();
      } else {
        return closing;
      }
    }
    return false;
  }

  /** Past the container's buffer: it would keep one for every stream, and most are idle. */
  private void write(byte[] bytes) throws IOException {
    if (out instanceof HttpOutput direct) {
      direct.write(ByteBuffer.wrap(bytes));
    } else {
      out.write(bytes);
      flushed = false;
    }
  }

  private void fail() {
    AsyncContext context;
    synchronized (this) {
      if (phase == Phase.ENDED) {
        return;
      }
      phase = Phase.ENDED;
      queue.clear();
      context = async;
    }
    keepAlive.remove(this);
    if (context != null) {
      AsyncEnd.complete(context);
    }
    listener().gone();
  }

  @Override
  public void onWritePossible() {
    synchronized (this) {
      if (phase == Phase.STARTING) {
        phase = Phase.WRITING;
      }
    }
    flow();
  }

  @Override
  public void onError(Throwable problem) {
    keepAlive.broken(problem);
    fail();
  }
}
