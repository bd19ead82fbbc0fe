package io.everythingmcp.server.protocol.stateful.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerSentEvent;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.session.StreamLog;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.SecureIds;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Response stream of a POST: sends a plain JSON response if no message precedes it and it is
 * complete within a keep-alive interval; otherwise an SSE stream.
 */
public final class HttpResponseStream implements ResponseStream, ResponseExchange.Listener {
  private final StreamLog log;
  private final SessionStreams streams;
  private final Session session;
  private final ResponseExchange exchange;
  private final boolean batch;
  private final List<JsonNode> requests;
  private final List<Ended> endedBeforeStream = new ArrayList<>(1);
  private String stream;
  private EventStreamWriter writer;
  private boolean completed;

  /**
   * Request that ended before a stream was opened.
   *
   * @param response null if the request was cancelled
   */
  private record Ended(JsonNode request, ByteBuffer response) {}

  /**
   * Creates the stream for one request or a batch.
   *
   * @param requests ids of the requests that need a response; JSON null for invalid requests
   * @param batch whether the responses form an array
   */
  public HttpResponseStream(
      StreamLog log,
      SessionStreams streams,
      Session session,
      ResponseExchange exchange,
      List<JsonNode> requests,
      boolean batch) {
    this.log = log;
    this.streams = streams;
    this.session = session;
    this.exchange = exchange;
    this.requests = requests;
    this.batch = batch;
  }

  @Override
  public synchronized String stream() {
    if (stream == null) {
      openEventStream(false);
    }
    return stream;
  }

  private void openEventStream(boolean leaving) {
    String name = SecureIds.random();
    requests.stream()
        .filter(
            request ->
                !request.isNull()
                    && endedBeforeStream.stream().noneMatch(e -> request.equals(e.request())))
        .forEach(request -> log.inFlightRequests().begin(session.id(), name, request));
    log.open(session.id(), name, requests);
    stream = name;
    writer =
        leaving
            ? streams.connectForOpeningEvent(session, stream, exchange)
            : streams.connectRequestStream(session, stream, exchange);
    endedBeforeStream.forEach(this::log);
    endedBeforeStream.clear();
  }

  /**
   * The stream name is random and unique to this object, so it also identifies the sender of the
   * response.
   */
  private void log(Ended ended) {
    if (ended.response() == null) {
      log.appendNoResponse(session.id(), stream, ended.request(), stream);
    } else {
      log.appendResponse(session.id(), stream, ended.request(), stream, text(ended.response()));
    }
  }

  @Override
  public synchronized void send(String message) {
    if (!completed) {
      log.appendMessage(session.id(), stream(), message);
    }
  }

  @Override
  public synchronized void sendResponse(JsonNode request, byte[] message) {
    end(new Ended(request, ByteBuffer.wrap(message)));
  }

  @Override
  public synchronized void closeWithoutResponse(JsonNode request) {
    end(new Ended(request, null));
  }

  private void end(Ended ended) {
    if (completed) {
      return;
    }
    if (stream != null) {
      endOnStream(ended);
      return;
    }
    endedBeforeStream.add(ended);
    if (endedBeforeStream.size() == requests.size()) {
      List<byte[]> responses = new ArrayList<>(requests.size());
      for (Ended each : endedBeforeStream) {
        if (each.response() != null) {
          responses.add(each.response().array());
        }
      }
      reply(responses);
    }
  }

  /**
   * Sends a response that the store did not accept directly, and retries to log it for resumption.
   */
  private void endOnStream(Ended ended) {
    try {
      log(ended);
    } catch (StoreUnavailableException e) {
      if (ended.response() != null && requests.size() == 1 && !exchange.isClosed()) {
        exchange.send(ServerSentEvent.message(null, text(ended.response())));
        writer.finish();
      }
      throw e;
    }
  }

  private static String text(ByteBuffer utf8) {
    return StandardCharsets.UTF_8.decode(utf8.duplicate()).toString();
  }

  /** If the client cancelled all requests, the stream is closed. */
  private void reply(List<byte[]> responses) {
    if (responses.isEmpty()) {
      stream();
    } else {
      completed = true;
      exchange.reply(
          200, Map.of(), batch ? BatchResponseStream.array(responses) : responses.get(0));
    }
  }

  @Override
  public synchronized void end() {
    completed = true;
    if (stream == null) {
      exchange.openStream(Map.of());
      exchange.close();
    } else {
      writer.finish();
    }
  }

  @Override
  public synchronized void closeConnection() {
    if (!completed && session.revision().atLeast(ProtocolRevision.V2025_11_25)) {
      if (stream == null) {
        openEventStream(true);
      } else {
        writer.closeAfterEvents();
      }
    }
  }

  @Override
  public boolean connected() {
    return !exchange.isClosed();
  }

  /** Without the store no event is sent until the next keep-alive. */
  @Override
  public synchronized void onKeepAlive() {
    if (completed) {
      return;
    }
    try {
      stream();
    } catch (StoreUnavailableException e) {
      exchange.setListener(this);
    }
  }

  /** Runs without the lock: cancelled work releases its stream, possibly on another thread. */
  @Override
  public void onAuthenticationRevoked() {
    streams.cancel(session, requests);
  }
}
