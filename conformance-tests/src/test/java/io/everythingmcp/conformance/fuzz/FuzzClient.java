package io.everythingmcp.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * One client of the load: a connection, sometimes an HTTP+SSE stream, and the values that it
 * received.
 */
final class FuzzClient implements AutoCloseable {
  /** Number of requests after which the stream is replaced, because it is not read. */
  private static final int STREAM_TURNS = 100;

  private final int port;
  private final KnownValues known = new KnownValues();
  private final ValidMessages valid;
  private final FuzzConnection wire;
  private Socket stream;
  private int requestCount;

  /** The previous request and its response. */
  private RuleViolation before;

  FuzzClient(int port, List<JsonNode> tools) {
    this.port = port;
    this.valid = new ValidMessages(tools, known);
    this.wire = new FuzzConnection(port);
  }

  /** Sends one request; returns the violation of the response, or null. */
  RuleViolation sendOne(long number, SeededRandom seededRandom, Consumer<String> counter) {
    if (requestCount++ % STREAM_TURNS == 0) {
      reopenStream();
    }
    MutableRequest mutableRequest;
    if (known.has(KnownValues.Kind.SESSION)) {
      mutableRequest = valid.any(seededRandom);
      MessageMutations.apply(mutableRequest, seededRandom, known);
    } else {
      mutableRequest = ValidMessages.handshake(seededRandom);
    }
    mutableRequest.encodeBody();
    mutableRequest.header("User-Agent", "fuzz-" + number);
    try {
      FuzzResponse answer = wire.exchange(mutableRequest);
      counter.accept(name(mutableRequest, answer));
      known.record(answer);
      boolean ended = answer.status() == 404 || mutableRequest.verb.equals("DELETE");
      if (ended && mutableRequest.header("Mcp-Session-Id") != null) {
        known.remove(KnownValues.Kind.SESSION, mutableRequest.header("Mcp-Session-Id"));
      }
      RuleViolation last = before;
      before = RuleViolation.of("none; this came before", number, mutableRequest, answer, port);
      return ResponseRules.broken(mutableRequest, answer)
          .map(
              rule ->
                  RuleViolation.of(rule, number, mutableRequest, answer, port)
                      .after(last, wire.history()))
          .orElse(null);
    } catch (IOException | RuntimeException e) {
      return RuleViolation.of(
          "every request has an answer in HTTP: " + e,
          number,
          mutableRequest,
          FuzzResponse.NONE,
          port);
    }
  }

  private static String name(MutableRequest mutableRequest, FuzzResponse answer) {
    if (answer.status() > 0) {
      return answer.status() + (answer.isStream() ? " stream" : "");
    }
    return mutableRequest.channel == MutableRequest.Channel.POLITE && mutableRequest.http
        ? "not waited for"
        : "aborted";
  }

  private void reopenStream() {
    closeStream();
    try {
      stream = new Socket(InetAddress.getLoopbackAddress(), port);
      stream.setSoTimeout(2_000);
      String get = "GET /sse HTTP/1.1\r\nHost: localhost:%d\r\nAccept: text/event-stream\r\n\r\n";
      stream.getOutputStream().write(get.formatted(port).getBytes(StandardCharsets.US_ASCII));
      InputStream in = stream.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("sessionId=") < 0 || head.charAt(head.length() - 1) != '\n') {
        int b = in.read();
        if (b < 0) {
          return;
        }
        head.append((char) b);
      }
      known.recordStream(head.toString());
    } catch (IOException e) {
      closeStream();
    }
  }

  private void closeStream() {
    if (stream != null) {
      try {
        stream.close();
      } catch (IOException gone) {
        // Expected here.
      }
      stream = null;
    }
  }

  @Override
  public void close() {
    closeStream();
    wire.close();
  }
}
