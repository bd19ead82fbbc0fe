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

/** A wire between two processes that can be cut, made slow, or hold everything back. */
public final class Wire implements AutoCloseable {
  private final ServerSocket front;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile long delayMillis;
  private volatile boolean down;
  private volatile boolean stalled;

  private Wire(ServerSocket front, int target) {
    this.front = front;
    this.target = target;
  }

  /** A wire to a port of this machine. */
  public static Wire to(int port) {
    try {
      Wire wire = new Wire(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), port);
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

  /** The port of its near end. */
  public int port() {
    return front.getLocalPort();
  }

  /** Ends all connections; new ones are possible. */
  public void cut() {
    open.forEach(this::end);
  }

  /** Ends all connections, and takes no new ones. */
  public void down() {
    down = true;
    cut();
  }

  /** Takes connections again. */
  public void up() {
    down = false;
  }

  /** Lets nothing through, as if the other side hung; or lets everything through again. */
  public void stall(boolean stall) {
    stalled = stall;
  }

  /** Holds each piece back for so long on its way to the target. */
  public void slow(Duration delay) {
    delayMillis = delay.toMillis();
  }

  private void accept() {
    while (!front.isClosed()) {
      try {
        Socket near = front.accept();
        if (down) {
          end(near);
        } else {
          connect(near);
        }
      } catch (IOException e) {
        // Closed, or nobody is at the other end.
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
      end(near);
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
      // Cut.
    } finally {
      end(from);
      end(to);
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

  private void end(Socket socket) {
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
