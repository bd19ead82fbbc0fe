package io.everythingmcp.check.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.everythingmcp.check.journal.RecordedExchange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From an accepted {@code initialize} until DELETE or 404; over HTTP+SSE from its GET. */
public final class SessionView {
  private static final long SILENCE = 5 * 60_000;

  private final String id;
  private final boolean overSse;
  RecordedExchange stream;
  ClientMessage initialize;
  final List<RecordedExchange> exchanges = new ArrayList<>();
  final List<ClientMessage> messages = new ArrayList<>();
  final List<ServerMessage> serverMessages = new ArrayList<>();
  final Map<String, ServerRequest> serverRequests = new LinkedHashMap<>();
  RecordedExchange deletedBy;
  RecordedExchange lostBy;

  SessionView(String id, boolean overSse) {
    this.id = id;
    this.overSse = overSse;
  }

  /** The id, or null where the server gave none. */
  public String id() {
    return id;
  }

  /** Over the transport of 2024-11-05. */
  public boolean overSse() {
    return overSse;
  }

  /** The GET that opened a session over HTTP+SSE. */
  public RecordedExchange stream() {
    return stream;
  }

  /** The accepted {@code initialize}; null while a session over HTTP+SSE has none. */
  public ClientMessage initialize() {
    return initialize;
  }

  /** All requests that carry its id, in order. */
  public List<RecordedExchange> exchanges() {
    return Collections.unmodifiableList(exchanges);
  }

  public List<ClientMessage> messages() {
    return Collections.unmodifiableList(messages);
  }

  public List<ServerMessage> serverMessages() {
    return Collections.unmodifiableList(serverMessages);
  }

  public Collection<ServerRequest> serverRequests() {
    return Collections.unmodifiableCollection(serverRequests.values());
  }

  /** The version that was negotiated, or null. */
  public String revision() {
    String answered = initializeResult().path("protocolVersion").asText(null);
    return answered == null && initialize != null && !initialize.hasResponse() ? null : answered;
  }

  public JsonNode clientCapabilities() {
    return initialize == null
        ? MissingNode.getInstance()
        : initialize.params().path("capabilities");
  }

  public JsonNode serverCapabilities() {
    return initializeResult().path("capabilities");
  }

  public JsonNode initializeResult() {
    return initialize == null ? MissingNode.getInstance() : initialize.result();
  }

  public RecordedExchange deletedBy() {
    return deletedBy;
  }

  /** Returns the first request whose response was 404. */
  public RecordedExchange lostBy() {
    return lostBy;
  }

  /** Returns whether no further messages are expected. */
  public boolean over(JournalView view) {
    return view.finished()
        || deletedBy != null
        || lostBy != null
        || view.now() - lastAt() > SILENCE;
  }

  /** When it was used last. */
  public long lastAt() {
    return exchanges.isEmpty() ? 0 : exchanges.get(exchanges.size() - 1).at();
  }

  /** Accepted requests other than {@code initialize}. */
  public List<ClientMessage> requests() {
    return messages.stream()
        .filter(message -> message.isRequest() && message.accepted() && !message.is("initialize"))
        .toList();
  }
}
