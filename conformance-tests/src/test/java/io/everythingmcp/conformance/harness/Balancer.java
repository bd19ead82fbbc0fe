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
 * A load balancer without any memory: each single HTTP request goes to the next instance, whoever
 * sent it. A stream stays where it was opened. An instance that takes no connection is passed over,
 * as usual balancers do; a request that has reached one is not sent again.
 */
public final class Balancer implements AutoCloseable {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int MOST_HEAD = 64 * 1_024;

  private final ServerSocket front;
  private final List<Integer> ports = new CopyOnWriteArrayList<>();
  private final Map<Integer, Integer> served = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();

  private Balancer(ServerSocket front) {
    this.front = front;
  }

  /** Opens its port; there is nobody behind it yet. */
  public static Balancer open() {
    try {
      Balancer balancer = new Balancer(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()));
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

  /** Sends requests to an instance, too. */
  public void add(int port) {
    ports.add(port);
  }

  /** Sends requests to another instance in the place of one. */
  public void replace(int port, int by) {
    ports.replaceAll(known -> known == port ? by : known);
  }

  /** Where clients find it. */
  public int port() {
    return front.getLocalPort();
  }

  /** Where clients find it, without a slash at the end. */
  public URI uri() {
    return URI.create("http://localhost:" + port());
  }

  /** How many requests an instance was given. */
  public int served(int port) {
    return served.getOrDefault(port, 0);
  }

  private void accept() {
    while (!front.isClosed()) {
      try {
        Socket client = front.accept();
        daemon(() -> serve(client));
      } catch (IOException e) {
        // Closed, or a client that changed its mind.
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
      // One of the two has gone, and so goes the other.
    }
  }

  /** The request as it is, but for the wish to keep the connection for another one. */
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
    int first = turn.getAndIncrement();
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

  /** What the client still sends; when it hangs up, the instance must notice. */
  private static void copy(Socket client, Socket server) {
    try (server) {
      client.getInputStream().transferTo(new Flushing(server.getOutputStream()));
    } catch (IOException e) {
      // The same.
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
