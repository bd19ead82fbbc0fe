package io.everythingmcp.conformance.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** A session over Streamable HTTP, after its handshake. Every message of it is visible. */
public final class McpSession {
  /** Where Streamable HTTP is. */
  public static final String PATH = "/mcp";

  private final RawClient client;
  private final String id;
  private final String revision;
  private final JsonNode handshake;
  private final AtomicInteger requests = new AtomicInteger(1_000);

  private McpSession(RawClient client, String id, String revision, JsonNode handshake) {
    this.client = client;
    this.id = id;
    this.revision = revision;
    this.handshake = handshake;
  }

  /** Does the handshake without declaring any capability. */
  public static McpSession open(RawClient client, String revision) {
    return open(client, revision, "{}");
  }

  /**
   * Does the handshake.
   *
   * @param capabilities of the client, as JSON
   */
  public static McpSession open(RawClient client, String revision, String capabilities) {
    RawResponse response =
        client.post(PATH, JsonRpcMessages.initialize(revision, capabilities)).send();
    if (response.status() != 200 || response.header("Mcp-Session-Id") == null) {
      throw new AssertionError("initialize failed: " + response);
    }
    McpSession session =
        new McpSession(client, response.header("Mcp-Session-Id"), revision, response.json());
    RawResponse accepted =
        session.post(JsonRpcMessages.notification("notifications/initialized")).send();
    if (accepted.status() != 202) {
      throw new AssertionError("notifications/initialized was not accepted: " + accepted);
    }
    return session;
  }

  /** Returns the same session at another instance. */
  public McpSession at(RawClient other) {
    return new McpSession(other, id, revision, handshake);
  }

  public String id() {
    return id;
  }

  /** Returns the response to {@code initialize}. */
  public JsonNode handshake() {
    return handshake;
  }

  /** Returns the request that sends a message. */
  public RawRequest post(Object message) {
    return inSession(client.post(PATH, message));
  }

  /** Returns the request that opens the GET stream, for unsolicited messages. */
  public RawRequest get() {
    return inSession(client.get(PATH));
  }

  /** Returns the request that ends the session. */
  public RawRequest delete() {
    return inSession(client.request("DELETE", PATH));
  }

  private RawRequest inSession(RawRequest request) {
    request.header("Mcp-Session-Id", id);
    return revision.compareTo("2025-06-18") < 0
        ? request
        : request.header("MCP-Protocol-Version", revision);
  }

  /** Opens the GET stream. */
  public SseStream listen() {
    return get().send().events();
  }

  /** Resumes a stream. */
  public SseStream resume(String lastEventId) {
    return get().header("Last-Event-ID", lastEventId).send().events();
  }

  /** Returns an unused id, which is greater than those that tests choose. */
  public int nextId() {
    return requests.incrementAndGet();
  }

  /** Sends a request and returns its response, with a result or an error. */
  public JsonNode callMethod(String method, String params) {
    return post(JsonRpcMessages.request(nextId(), method, params)).send().reply();
  }

  /** The entries of all pages of a list, which are in this field of its results. */
  public ArrayNode list(String method, String field) {
    ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    String params = "{}";
    while (params != null) {
      JsonNode result = callMethod(method, params).path("result");
      entries.addAll((ArrayNode) result.withArray(field));
      JsonNode next = result.path("nextCursor");
      params = next.isTextual() ? JsonTrees.object("{}").set("cursor", next).toString() : null;
    }
    return entries;
  }

  /** Calls a tool and returns its response, with a result or an error. */
  public JsonNode call(String tool, String arguments) {
    return post(JsonRpcMessages.call(nextId(), tool, arguments)).send().reply();
  }
}
