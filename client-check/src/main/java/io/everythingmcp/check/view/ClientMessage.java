package io.everythingmcp.check.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.RecordedExchange;

/** A message of the client: an element of the body of a POST. */
public final class ClientMessage {
  /** Kinds of JSON-RPC messages. */
  public enum Kind {
    REQUEST,
    NOTIFICATION,
    RESPONSE,
    /** Not recognizable. */
    OTHER
  }

  public static final String META_VERSION = "io.modelcontextprotocol/protocolVersion";
  public static final String META_CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
  public static final String META_CLIENT = "io.modelcontextprotocol/clientInfo";

  private final RecordedExchange exchange;
  private final JsonNode json;
  private final boolean batch;
  private final Kind kind;
  private final boolean modern;
  SessionView session;
  SenderView sender;
  ServerMessage response;
  JsonNode tool = MissingNode.getInstance();
  boolean accepted;
  private JsonNode bareParams;

  ClientMessage(RecordedExchange exchange, JsonNode json, boolean batch) {
    this.exchange = exchange;
    this.json = json;
    this.batch = batch;
    this.kind = kindOf(json);
    this.modern = isModern();
  }

  private static Kind kindOf(JsonNode json) {
    if (json.path("method").isTextual()) {
      return json.has("id") ? Kind.REQUEST : Kind.NOTIFICATION;
    }
    return json.has("result") || json.has("error") ? Kind.RESPONSE : Kind.OTHER;
  }

  private boolean isModern() {
    if (meta().has(META_VERSION)) {
      return true;
    }
    if (method().equals("initialize")) {
      return false;
    }
    String header = exchange.request().headers().first("MCP-Protocol-Version").orElse(null);
    if (header != null) {
      return PublishedRevisions.isModern(header.strip());
    }
    boolean session = exchange.request().headers().has("Mcp-Session-Id");
    return !session
        && (method().equals("server/discover") || method().equals("subscriptions/listen"));
  }

  public RecordedExchange exchange() {
    return exchange;
  }

  public int n() {
    return exchange.n();
  }

  /** When the request that carried it was complete. */
  public long at() {
    return exchange.at();
  }

  public JsonNode json() {
    return json;
  }

  /** Returns whether it was sent in a batch. */
  public boolean batch() {
    return batch;
  }

  public Kind kind() {
    return kind;
  }

  public boolean isRequest() {
    return kind == Kind.REQUEST;
  }

  public boolean isNotification() {
    return kind == Kind.NOTIFICATION;
  }

  public boolean isResponse() {
    return kind == Kind.RESPONSE;
  }

  /** Of the revisions without sessions. */
  public boolean modern() {
    return modern;
  }

  public boolean legacy() {
    return !modern;
  }

  public JsonNode id() {
    return json.path("id");
  }

  public String key() {
    return JsonId.key(id());
  }

  /** The method, or an empty text. */
  public String method() {
    return json.path("method").asText("");
  }

  public boolean is(String method) {
    return method().equals(method);
  }

  public JsonNode params() {
    return json.path("params");
  }

  public JsonNode meta() {
    return params().path("_meta");
  }

  /** The session it belongs to; null at 2026-07-28, before a session and where it is unknown. */
  public SessionView session() {
    return session;
  }

  /** Who sent it, at 2026-07-28; null before. */
  public SenderView sender() {
    return sender;
  }

  /** Whether it reached the protocol: a refused message may be sent again as it is. */
  public boolean accepted() {
    return accepted;
  }

  /** Returns whether no response was begun, so that it is neither accepted nor rejected. */
  public boolean withoutResponse() {
    return exchange().response().status() == 0;
  }

  /** Returns the response with its id; null without one. */
  public ServerMessage response() {
    return response;
  }

  public boolean hasResponse() {
    return response != null;
  }

  public JsonNode result() {
    return response == null ? MissingNode.getInstance() : response.result();
  }

  /** Returns when its response was written, {@code Long.MAX_VALUE} without one. */
  public long responseAt() {
    return response == null ? Long.MAX_VALUE : response.at();
  }

  /** Returns, for a call, the last definition of the tool that this client received, or missing. */
  public JsonNode tool() {
    return tool;
  }

  /** The declared name and version of its client: equal for all of its processes, or missing. */
  public JsonNode clientInfo() {
    if (modern) {
      return meta().path(META_CLIENT);
    }
    ClientMessage start =
        method().equals("initialize") || session == null ? this : session.initialize;
    return start == null ? MissingNode.getInstance() : start.params().path("clientInfo");
  }

  /** Returns whether both messages are of the same client, in any session. */
  public boolean sameClientAs(ClientMessage other) {
    return clientInfo().equals(other.clientInfo());
  }

  /** The version it was written for: that of its session, of its _meta, of its header, or null. */
  public String revision() {
    if (modern) {
      JsonNode version = meta().path(META_VERSION);
      return version.isTextual()
          ? version.textValue()
          : exchange
              .request()
              .headers()
              .first("MCP-Protocol-Version")
              .orElse(PublishedRevisions.V2026_07);
    }
    return session == null ? null : session.revision();
  }

  /** The capabilities that were declared for it. */
  public JsonNode capabilities() {
    if (modern) {
      return meta().path(META_CAPABILITIES);
    }
    return session == null ? MissingNode.getInstance() : session.clientCapabilities();
  }

  /** Returns whether a list or read request has the same parameters. */
  public boolean sameCallAs(ClientMessage other) {
    return method().equals(other.method()) && bareParams().equals(other.bareParams());
  }

  /** Its parameters without what differs between two tries of one call. */
  public JsonNode bareParams() {
    if (bareParams == null) {
      bareParams = bare(params());
    }
    return bareParams;
  }

  /** Parameters without what differs between two tries of one call. */
  public static JsonNode bare(JsonNode params) {
    if (!(params instanceof ObjectNode object)) {
      return params;
    }
    ObjectNode copy = object.objectNode();
    object
        .properties()
        .forEach(
            field -> {
              if (!field.getKey().equals("_meta")
                  && !field.getKey().equals("inputResponses")
                  && !field.getKey().equals("requestState")) {
                copy.set(field.getKey(), field.getValue());
              }
            });
    return copy;
  }

  @Override
  public String toString() {
    return "#" + n() + " " + (method().isEmpty() ? kind : method());
  }
}
