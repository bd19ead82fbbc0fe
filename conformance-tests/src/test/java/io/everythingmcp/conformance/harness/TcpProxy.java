package io.everythingmcp.conformance.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** TCP proxy between two processes that can be closed, delayed or stalled. */
public final class TcpProxy implements AutoCloseable {
  private final ServerSocket front;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile long delayMillis;
  private volatile boolean down;
  private volatile boolean stalled;

  private TcpProxy(ServerSocket front, int target) {
    this.front = front;
    this.target = target;
  }

  /** Creates a proxy to a port on localhost. */
  public static TcpProxy to(int port) {
    try {
      TcpProxy wire =
          new TcpProxy(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), port);
      daemon(wire::accept);
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns the port for clients. */
  public int port() {
    return front.getLocalPort();
  }

  /** Closes all connections; new ones are accepted. */
  public void cut() {
    open.forEach(this::closeQuietly);
  }

  /** Closes all connections, and accepts no new ones. */
  public void down() {
    down = true;
    cut();
  }

  /** Accepts connections again. */
  public void up() {
    down = false;
  }

  /** Forwards nothing, as if the target hung; or forwards everything again. */
  public void stall(boolean stall) {
    stalled = stall;
  }

  /** Delays each packet to the target. */
  public void slow(Duration delay) {
    delayMillis = delay.toMillis();
  }

  private void accept() {
    while (!front.isClosed()) {
      try {
        Socket near = front.accept();
        if (down) {
          closeQuietly(near);
        } else {
          connect(near);
        }
      } catch (IOException e) {
        // Closed, or the target is unreachable.
      }
    }
  }

  private void connect(Socket near) throws IOException {
    open.add(near);
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(far);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      daemon(() -> copy(near, far, true));
      daemon(() -> copy(far, near, false));
    } catch (IOException e) {
      closeQuietly(near);
      throw e;
    }
  }

  private void copy(Socket from, Socket to, boolean forth) {
    byte[] buffer = new byte[16 * 1_024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        hold(forth ? delayMillis : 0);
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // Closed by cut().
    } finally {
      closeQuietly(from);
      closeQuietly(to);
    }
  }

  private void hold(long millis) {
    if (millis > 0) {
      LockSupport.parkNanos(millis * 1_000_000);
    }
    while (stalled) {
      LockSupport.parkNanos(5_000_000);
    }
  }

  private void closeQuietly(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      front.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
