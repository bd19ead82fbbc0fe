package io.everythingmcp.conformance.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Load balancer without session affinity: each HTTP request is forwarded to the next instance. A
 * stream stays on the connection on which it was opened. An instance that accepts no connection is
 * skipped; a request that an instance received is not repeated.
 */
public final class LoadBalancer implements AutoCloseable {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int MOST_HEAD = 64 * 1_024;

  private final ServerSocket front;
  private final List<Integer> ports = new CopyOnWriteArrayList<>();
  private final Map<Integer, Integer> served = new ConcurrentHashMap<>();
  private final AtomicInteger nextIndex = new AtomicInteger();

  private LoadBalancer(ServerSocket front) {
    this.front = front;
  }

  /** Opens the port, without instances. */
  public static LoadBalancer open() {
    try {
      LoadBalancer balancer =
          new LoadBalancer(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()));
      daemon(balancer::accept);
      return balancer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "balancer");
    thread.setDaemon(true);
    thread.start();
  }

  /** Adds an instance. */
  public void add(int port) {
    ports.add(port);
  }

  /** Replaces an instance by another one. */
  public void replace(int port, int by) {
    ports.replaceAll(known -> known == port ? by : known);
  }

  /** Returns the port for clients. */
  public int port() {
    return front.getLocalPort();
  }

  /** Returns the address for clients, without a trailing slash. */
  public URI uri() {
    return URI.create("http://localhost:" + port());
  }

  /** Returns the number of requests forwarded to an instance. */
  public int served(int port) {
    return served.getOrDefault(port, 0);
  }

  private void accept() {
    while (!front.isClosed()) {
      try {
        Socket client = front.accept();
        daemon(() -> serve(client));
      } catch (IOException e) {
        // Closed, or the client disconnected.
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      byte[] head = head(client.getInputStream());
      if (head.length == 0) {
        return;
      }
      try (Socket server = connect()) {
        OutputStream out = server.getOutputStream();
        out.write(oneRequest(head));
        out.flush();
        daemon(() -> copy(client, server));
        server.getInputStream().transferTo(new Flushing(client.getOutputStream()));
      }
    } catch (IOException e) {
      // When one side disconnects, the other side is disconnected too.
    }
  }

  /** Returns the request with {@code Connection: close}. */
  private static byte[] oneRequest(byte[] head) {
    StringBuilder text = new StringBuilder();
    for (String line : new String(head, StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
      if (!line.isEmpty() && !line.toLowerCase(Locale.ROOT).startsWith("connection:")) {
        text.append(line).append("\r\n");
      }
    }
    return text.append("Connection: close\r\n\r\n")
        .toString()
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int state = 0;
    for (int next = in.read(); next >= 0 && head.size() < MOST_HEAD; next = in.read()) {
      head.write(next);
      state = next == (state % 2 == 0 ? '\r' : '\n') ? state + 1 : next == '\r' ? 1 : 0;
      if (state == 4) {
        return head.toByteArray();
      }
    }
    return new byte[0];
  }

  private Socket connect() throws IOException {
    IOException refused = new IOException("There is no instance");
    int first = nextIndex.getAndIncrement();
    for (int i = 0; i < ports.size(); i++) {
      int port = ports.get(Math.floorMod(first + i, ports.size()));
      Socket socket = new Socket();
      try {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        served.merge(port, 1, Integer::sum);
        return socket;
      } catch (IOException e) {
        socket.close();
        refused = e;
      }
    }
    throw refused;
  }

  /** Forwards further bytes of the client; its disconnection must reach the instance. */
  private static void copy(Socket client, Socket server) {
    try (server) {
      client.getInputStream().transferTo(new Flushing(server.getOutputStream()));
    } catch (IOException e) {
      // As above.
    }
  }

  private static final class Flushing extends OutputStream {
    private final OutputStream out;

    Flushing(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      out.flush();
    }
  }

  @Override
  public void close() {
    try {
      front.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
