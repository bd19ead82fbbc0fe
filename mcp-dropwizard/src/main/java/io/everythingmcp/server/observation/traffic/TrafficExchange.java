package io.everythingmcp.server.observation.traffic;

import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerSentEvent;
import io.everythingmcp.server.wire.RpcMessage;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Exchange whose messages are logged before they are sent. */
final class TrafficExchange implements ResponseExchange {
  private static final String SESSION_ID = "Mcp-Session-Id";

  private final ResponseExchange exchange;
  private final TrafficLog log;
  private final RpcMessage origin;
  private final boolean http;
  private volatile String session;

  /**
   * Creates an exchange.
   *
   * @param origin the message it responds to; null if there is none
   * @param http whether a response has an HTTP status
   * @param session session id; null if there is none yet
   */
  TrafficExchange(
      ResponseExchange exchange, TrafficLog log, RpcMessage origin, boolean http, String session) {
    this.http = http;
    this.origin = origin;
    this.exchange = exchange;
    this.log = log;
    this.session = session;
  }

  /** Sets the session that was created for this exchange. */
  void began(String id) {
    session = id;
  }

  @Override
  public void reply(int status, Map<String, String> headers, byte[] json) {
    began(headers);
    if (!exchange.isClosed() && (http || json != null)) {
      String text = json == null ? "" : new String(json, StandardCharsets.UTF_8);
      log.sent(http ? Integer.toString(status) : "line", session, origin, text);
    }
    exchange.reply(status, headers, json);
  }

  @Override
  public String address() {
    return exchange.address();
  }

  @Override
  public void openStream(Map<String, String> headers) {
    began(headers);
    exchange.openStream(headers);
  }

  private void began(Map<String, String> headers) {
    if (session == null) {
      session = headers.get(SESSION_ID);
    }
  }

  @Override
  public boolean send(ServerSentEvent event) {
    if (event.name() == null && !event.data().isEmpty() && !exchange.isClosed()) {
      log.sent("event", session, origin, event.data());
    }
    return exchange.send(event);
  }

  @Override
  public void close() {
    exchange.close();
  }

  @Override
  public boolean isClosed() {
    return exchange.isClosed();
  }

  @Override
  public void setListener(Listener listener) {
    exchange.setListener(listener);
  }
}
