package io.everythingmcp.server.transport.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection for several requests, whose responses are read completely. */
final class KeptConnection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;

  KeptConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  void send(String path) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Of: " + path + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /** Returns the status and the body of the next response. */
  String response() throws IOException {
    String status = line().split(" ", 3)[1];
    int length = 0;
    boolean chunked = false;
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] header = line.toLowerCase(Locale.ROOT).split(": ?", 2);
      chunked |= header[0].equals("transfer-encoding");
      length = header[0].equals("content-length") ? Integer.parseInt(header[1]) : length;
    }
    return status + " " + (chunked ? chunks() : text(length));
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    int size;
    do {
      size = Integer.parseInt(line(), 16);
      body.append(text(size));
      line();
    } while (size > 0);
    return body.toString();
  }

  private String text(int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the connection ended after: " + line);
      }
      line.append((char) b);
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
