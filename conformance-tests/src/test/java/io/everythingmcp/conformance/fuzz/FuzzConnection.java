package io.everythingmcp.conformance.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Persistent connection, which is reopened when either side closes it. */
final class FuzzConnection implements AutoCloseable {
  private static final int REMEMBERED = 12;
  private static final int PATIENCE = 20_000;
  private static final int SHORT_PATIENCE = 40;
  private static final int ENOUGH = 100_000;

  private final int port;
  private Socket socket;
  private InputStream in;

  private final ArrayDeque<String> history = new ArrayDeque<>();

  FuzzConnection(int port) {
    this.port = port;
  }

  /** Returns the last exchanges, with the local port of the connection. */
  String history() {
    return String.join("\n", history);
  }

  private void recordExchange(String line) {
    if (history.size() == REMEMBERED) {
      history.remove();
    }
    history.add(line);
  }

  /** Sends a request and reads the response. */
  FuzzResponse exchange(MutableRequest mutableRequest) throws IOException {
    boolean fresh = socket == null;
    try {
      return attempt(mutableRequest);
    } catch (SocketTimeoutException e) {
      close();
      if (mutableRequest.mayBeDelayed()) {
        return FuzzResponse.NONE;
      }
      throw new IOException("no answer within " + PATIENCE + " ms");
    } catch (RuntimeException e) {
      // The remainder of a response that is not HTTP must not be parsed as the next one.
      close();
      throw e;
    } catch (IOException e) {
      close();
      if (mutableRequest.channel != MutableRequest.Channel.POLITE || !mutableRequest.http) {
        return FuzzResponse.NONE;
      }
      if (fresh) {
        throw e;
      }
      mutableRequest.header("User-Agent", mutableRequest.header("User-Agent") + "-again");
      return exchange(mutableRequest);
    }
  }

  private FuzzResponse attempt(MutableRequest mutableRequest) throws IOException {
    connect();
    byte[] bytes = mutableRequest.bytes(port);
    String sent =
        mutableRequest.header("User-Agent")
            + ", port "
            + socket.getLocalPort()
            + ", "
            + bytes.length
            + " bytes sent";
    boolean half = mutableRequest.channel == MutableRequest.Channel.GONE_BEFORE;
    socket.getOutputStream().write(bytes, 0, half ? bytes.length / 2 : bytes.length);
    if (half || mutableRequest.channel == MutableRequest.Channel.GONE_AFTER) {
      close();
      return FuzzResponse.NONE;
    }
    if (mutableRequest.channel == MutableRequest.Channel.TRUNCATED) {
      socket.shutdownOutput();
    }
    socket.setSoTimeout(mutableRequest.mayBeDelayed() ? SHORT_PATIENCE : PATIENCE);
    recordExchange(sent);
    FuzzResponse answer = read(mutableRequest);
    recordExchange(sent + ": " + answer.status() + ", " + answer.body().length + " bytes");
    boolean over =
        !answer.complete()
            || !mutableRequest.http
            || mutableRequest.channel != MutableRequest.Channel.POLITE
            || "close".equalsIgnoreCase(answer.header("connection"));
    if (over) {
      close();
    }
    return answer;
  }

  private void connect() throws IOException {
    if (socket == null) {
      socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
      in = new BufferedInputStream(socket.getInputStream());
    }
  }

  private FuzzResponse read(MutableRequest mutableRequest) throws IOException {
    String[] status = line().split(" ", 3);
    if (status.length < 2 || !status[0].equals("HTTP/1.1")) {
      throw new IOException("not a status line: " + String.join(" ", status));
    }
    int code = Integer.parseInt(status[1]);
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    if (code / 100 == 1) {
      return read(mutableRequest);
    }
    FuzzResponse head = new FuzzResponse(code, headers, new byte[0], true);
    boolean bodiless = mutableRequest.verb.equals("HEAD") || code == 204 || code == 304;
    return bodiless ? head : body(head);
  }

  private FuzzResponse body(FuzzResponse head) throws IOException {
    if ("chunked".equals(head.header("transfer-encoding"))) {
      return chunks(head);
    }
    String length = head.header("content-length");
    if (length != null) {
      socket.setSoTimeout(PATIENCE);
      byte[] body = in.readNBytes(Integer.parseInt(length));
      return new FuzzResponse(head.status(), head.headers(), body, true);
    }
    return new FuzzResponse(head.status(), head.headers(), chunk(ENOUGH), false);
  }

  /** Reads a chunked body; an SSE stream only while data is available. */
  private FuzzResponse chunks(FuzzResponse head) throws IOException {
    socket.setSoTimeout(head.isStream() ? SHORT_PATIENCE : PATIENCE);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean ended = false;
    try {
      while (!ended && body.size() < ENOUGH) {
        int size = Integer.parseInt(line().strip(), 16);
        body.writeBytes(in.readNBytes(size));
        line();
        ended = size == 0;
      }
    } catch (SocketTimeoutException e) {
      if (!head.isStream()) {
        throw e;
      }
    }
    return new FuzzResponse(head.status(), head.headers(), body.toByteArray(), ended);
  }

  private byte[] chunk(int most) throws IOException {
    try {
      return in.readNBytes(most);
    } catch (SocketTimeoutException open) {
      return new byte[0];
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the connection ended without an answer");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException gone) {
        // Expected here.
      }
      socket = null;
    }
  }
}
