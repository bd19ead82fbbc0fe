package io.everythingmcp.conformance.harness;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connection to Redis, as with {@code redis-cli}. */
public final class RedisCli implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;

  /** Connects to a port on localhost. */
  public RedisCli(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sends a command; returns a {@code String}, a {@code Long}, a {@code List} of these, or null. An
   * error fails the test.
   */
  public synchronized Object call(String... words) {
    StringBuilder text = new StringBuilder("*").append(words.length).append("\r\n");
    for (String word : words) {
      int length = word.getBytes(StandardCharsets.UTF_8).length;
      text.append('$').append(length).append("\r\n").append(word).append("\r\n");
    }
    try {
      socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
      return reply();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a command that returns a list of texts. */
  public List<String> list(String... words) {
    return ((List<?>) call(words)).stream().map(String::valueOf).toList();
  }

  /** Returns all keys that match the pattern. */
  public List<String> keys(String pattern) {
    return list("KEYS", pattern);
  }

  /**
   * Returns the commands that Redis receives during an action, as {@code MONITOR} reports them,
   * without commands of scripts. This connection cannot be used afterwards.
   */
  public synchronized List<String> during(RedisCli other, Runnable work) {
    call("MONITOR");
    work.run();
    other.call("ECHO", "that was all");
    List<String> seen = new ArrayList<>();
    try {
      for (String line = line(); !line.contains("that was all"); line = line()) {
        if (!line.contains(" lua]")) {
          seen.add(line);
        }
      }
      return seen;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Object reply() throws IOException {
    String line = line();
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+' -> rest;
      case ':' -> Long.valueOf(rest);
      case '$' -> bulk(Integer.parseInt(rest));
      case '*' -> many(Integer.parseInt(rest));
      default -> throw new AssertionError("Redis returned: " + line);
    };
  }

  private String bulk(int length) throws IOException {
    if (length < 0) {
      return null;
    }
    byte[] bytes = in.readNBytes(length);
    line();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private List<Object> many(int count) throws IOException {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(reply());
    }
    return all;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("Redis has gone");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
