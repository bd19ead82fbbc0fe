package io.everythingmcp.server.protocol.stateful.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.session.StreamLog;
import io.everythingmcp.server.wire.SecureIds;
import java.nio.charset.StandardCharsets;

/**
 * Response stream that only appends to the log of a stream: the instance that holds the connection
 * sends the events.
 */
public final class StreamLogResponseStream implements ResponseStream {
  private final StreamLog log;
  private final String session;
  private final String stream;
  private final String self = SecureIds.random();

  public StreamLogResponseStream(StreamLog log, String session, String stream) {
    this.log = log;
    this.session = session;
    this.stream = stream;
  }

  /** The one channel of a session that has no other. */
  public static StreamLogResponseStream single(StreamLog log, String session) {
    return new StreamLogResponseStream(log, session, StreamLog.UNRELATED);
  }

  @Override
  public void send(String message) {
    log.appendMessage(session, stream, message);
  }

  @Override
  public void sendResponse(JsonNode request, byte[] message) {
    String text = new String(message, StandardCharsets.UTF_8);
    if (stream.equals(StreamLog.UNRELATED)) {
      log.appendMessage(session, stream, text);
    } else {
      log.appendResponse(session, stream, request, self, text);
    }
  }

  @Override
  public void closeWithoutResponse(JsonNode request) {
    if (!stream.equals(StreamLog.UNRELATED)) {
      log.appendNoResponse(session, stream, request, self);
    }
  }

  @Override
  public void end() {
    // The connection detects the end itself; nothing is appended to a deleted log.
  }

  @Override
  public void closeConnection() {}

  /** A connected client has its connection on one of the instances. */
  @Override
  public boolean connected() {
    return false;
  }

  @Override
  public String stream() {
    return stream;
  }
}
