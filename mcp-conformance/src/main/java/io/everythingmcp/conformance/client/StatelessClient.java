package io.everythingmcp.conformance.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import java.util.concurrent.atomic.AtomicInteger;

/** A conversation of revision 2026-07-28: every request is self-contained. */
public final class StatelessClient implements SuiteClient {
  /** The key of the protocol version in {@code _meta}. */
  public static final String VERSION = "io.modelcontextprotocol/protocolVersion";

  /** The key of the client capabilities in {@code _meta}. */
  public static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

  /** The key of the client info in {@code _meta}. */
  public static final String CLIENT = "io.modelcontextprotocol/clientInfo";

  private final RawClient client;
  private final String path;
  private final JsonNode discovered;
  private final JsonNode clientCapabilities;
  private final AtomicInteger ids;

  private StatelessClient(
      RawClient client,
      String path,
      JsonNode discovered,
      JsonNode clientCapabilities,
      AtomicInteger ids) {
    this.client = client;
    this.path = path;
    this.discovered = discovered;
    this.clientCapabilities = clientCapabilities;
    this.ids = ids;
  }

  /**
   * Creates a client; no request is sent.
   *
   * @param discovered the result of {@code server/discover}
   * @param capabilities of the client, as JSON
   */
  public static StatelessClient open(
      RawClient client, String path, JsonNode discovered, String capabilities) {
    return new StatelessClient(
        client, path, discovered, JsonTrees.object(capabilities), new AtomicInteger());
  }

  /** Returns a copy with other client capabilities. */
  public StatelessClient declaring(String capabilities) {
    return new StatelessClient(client, path, discovered, JsonTrees.object(capabilities), ids);
  }

  /** Returns a copy with another client and path. */
  public StatelessClient by(RawClient other, String otherPath) {
    return new StatelessClient(other, otherPath, discovered, clientCapabilities, ids);
  }

  @Override
  public SpecRevision revision() {
    return SpecRevision.R2026_07_28;
  }

  @Override
  public JsonNode capabilities() {
    return discovered.path("capabilities");
  }

  @Override
  public int nextId() {
    return ids.incrementAndGet();
  }

  @Override
  public RawRequest post(ObjectNode message) {
    ObjectNode params = message.withObject("/params");
    ObjectNode meta = params.withObject("/_meta");
    meta.put(VERSION, revision().text());
    meta.set(CAPABILITIES, clientCapabilities);
    meta.set(CLIENT, JsonTrees.object("{'name':'conformance-tests','version':'1'}"));
    return bare(message);
  }

  /** A message whose {@code _meta} is left as it is, with the headers that fit it. */
  public RawRequest bare(ObjectNode message) {
    String method = message.path("method").asText();
    JsonNode params = message.path("params");
    RawRequest request =
        client
            .post(path, message)
            .header("MCP-Protocol-Version", revision().text())
            .header("Mcp-Method", method);
    for (String name : new String[] {"name", "uri", "taskId"}) {
      if (named(method) && params.path(name).isTextual()) {
        return request.header("Mcp-Name", HeaderValue.of(params.get(name).asText()));
      }
    }
    return request;
  }

  private static boolean named(String method) {
    return method.equals("tools/call")
        || method.equals("prompts/get")
        || method.equals("resources/read")
        || method.startsWith("tasks/");
  }

  @Override
  public void respond(JsonNode request) {
    throw new AssertionError("A server must not send requests in this revision: " + request);
  }
}
