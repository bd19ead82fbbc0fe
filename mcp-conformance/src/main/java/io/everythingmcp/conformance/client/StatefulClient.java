package io.everythingmcp.conformance.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** A conversation in a session, after its handshake. */
public final class StatefulClient implements SuiteClient {
  private final RawClient client;
  private final String path;
  private final SpecRevision revision;
  private final String id;
  private final McpResponse handshake;
  private final AtomicInteger ids = new AtomicInteger();

  private StatefulClient(
      RawClient client, String path, SpecRevision revision, String id, McpResponse handshake) {
    this.client = client;
    this.path = path;
    this.revision = revision;
    this.id = id;
    this.handshake = handshake;
  }

  /**
   * Does the handshake.
   *
   * @param capabilities of the client, as JSON
   */
  public static StatefulClient open(
      RawClient client, String path, SpecRevision revision, String capabilities) {
    McpResponse reply = initialize(client, path, revision.text(), capabilities);
    if (!reply.hasResult()) {
      throw new AssertionError("The handshake failed: " + reply);
    }
    String id = reply.response().header("Mcp-Session-Id");
    StatefulClient session = new StatefulClient(client, path, revision, id, reply);
    RawResponse initialized =
        session.post(JsonRpcMessages.notification("notifications/initialized")).send();
    if (initialized.status() / 100 != 2) {
      throw new AssertionError(
          "notifications/initialized was refused: HTTP " + initialized.status());
    }
    initialized.text();
    return session;
  }

  /** The first half of the handshake. */
  public static McpResponse initialize(
      RawClient client, String path, String revision, String capabilities) {
    return McpResponse.of(
        client.post(path, JsonRpcMessages.initialize(revision, capabilities)).send(),
        request -> {});
  }

  /** Returns the same session with another client and path. */
  public StatefulClient by(RawClient other, String otherPath) {
    return new StatefulClient(other, otherPath, revision, id, handshake);
  }

  /** Returns the same session with another client. */
  public StatefulClient by(RawClient other) {
    return by(other, path);
  }

  /** Returns the session id; null if the server issues none. */
  public String id() {
    return id;
  }

  /** Returns the response to {@code initialize}. */
  public McpResponse handshake() {
    return handshake;
  }

  @Override
  public SpecRevision revision() {
    return revision;
  }

  @Override
  public JsonNode capabilities() {
    return handshake.result().path("capabilities");
  }

  @Override
  public int nextId() {
    return ids.incrementAndGet();
  }

  @Override
  public RawRequest post(ObjectNode message) {
    return inSession(client.post(path, message));
  }

  /** Returns the request that opens the GET stream, for unsolicited messages. */
  public RawRequest get() {
    return inSession(client.get(path));
  }

  /** Returns the request that resumes a stream. */
  public RawRequest resume(String lastEventId) {
    return get().header("Last-Event-ID", lastEventId);
  }

  /** Returns the request that ends the session. */
  public RawRequest delete() {
    return inSession(client.request("DELETE", path));
  }

  /** Sends a notification; returns the HTTP status. */
  public int sendNotification(String method, String params) {
    RawResponse response = post(JsonRpcMessages.notification(method, params)).send();
    response.text();
    return response.status();
  }

  private RawRequest inSession(RawRequest request) {
    request.header("Mcp-Session-Id", id);
    return revision.atLeast(SpecRevision.R2025_06_18)
        ? request.header("MCP-Protocol-Version", revision.text())
        : request;
  }

  @Override
  public void respond(JsonNode request) {
    JsonNode result = DefaultInputResponses.to(request);
    ObjectNode responseMessage = JsonRpcMessages.result(request.get("id"), "{}");
    if (result == null) {
      responseMessage.remove("result");
      responseMessage.set(
          "error", JsonTrees.object("{'code':-32601,'message':'Method not found'}"));
    } else {
      responseMessage.set("result", result);
    }
    post(responseMessage).send().text();
  }
}
