package io.everythingmcp.conformance.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An optional member may be null in every message of a client. */
class OptionalMembersIT {
  private static final String STATELESS = "2026-07-28";

  /** Required parameters of methods. */
  private static final Map<String, String> REQUIRED =
      Map.ofEntries(
          Map.entry("completion/complete", completion()),
          Map.entry("initialize", initialization()),
          Map.entry("logging/setLevel", "{'level':'info'}"),
          Map.entry("notifications/cancelled", "{'requestId':'unknown-id'}"),
          Map.entry("notifications/progress", "{'progressToken':'unknown-id','progress':1}"),
          Map.entry("prompts/get", "{'name':'simple_prompt'}"),
          Map.entry("resources/read", "{'uri':'test://static/resource/1'}"),
          Map.entry("resources/subscribe", "{'uri':'test://static/resource/1'}"),
          Map.entry("resources/unsubscribe", "{'uri':'test://static/resource/1'}"),
          Map.entry("subscriptions/listen", "{'notifications':{}}"),
          Map.entry("tasks/cancel", "{'taskId':'unknown-id'}"),
          Map.entry("tasks/get", "{'taskId':'unknown-id'}"),
          Map.entry("tasks/result", "{'taskId':'unknown-id'}"),
          Map.entry("notifications/tasks/status", "{}"),
          Map.entry("tools/call", "{'name':'test_simple_text'}"));

  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("FIXTURES", "true", "REQUEST_TIMEOUT", "3s");

  private static String completion() {
    return "{'ref':{'type':'ref/prompt','name':'completable_prompt'},"
        + "'argument':{'name':'department','value':'S'}}";
  }

  private static String initialization() {
    return "{'protocolVersion':'2025-11-25','capabilities':{},"
        + "'clientInfo':{'name':'t','version':'1'}}";
  }

  @BeforeAll
  static void findSchemas() {
    assumeTrue(
        Files.isDirectory(PublishedSchema.folder()),
        "Skipped: the specification's schemas are not in "
            + PublishedSchema.folder().toAbsolutePath().normalize()
            + " (-Dschemas.dir)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", STATELESS})
  void nullIsTreatedAsAbsent(String revision) {
    PublishedSchema schema = PublishedSchema.of(revision);
    McpSession session =
        revision.equals(STATELESS) ? null : McpSession.open(SERVER.client(), revision);
    int compared = 0;
    for (Map.Entry<String, String> sent : schema.sentByClients().entrySet()) {
      assertThat(send(session, message(sent.getKey(), session == null)).status())
          .as(sent.getKey())
          .isBetween(200, 202);
      for (List<String> path : schema.optionalParameters(sent.getValue())) {
        ObjectNode absent = message(sent.getKey(), session == null);
        ObjectNode parent = parent(absent, path);
        String member = path.get(path.size() - 1);
        if (!parent.has(member)) {
          List<Object> expected = seen(send(session, absent));
          parent.putNull(member);
          assertThat(seen(send(session, absent))).as(absent.toString()).isEqualTo(expected);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(20);
  }

  private static ObjectNode message(String method, boolean stateless) {
    String params = REQUIRED.getOrDefault(method, "{}");
    ObjectNode message =
        method.startsWith("notifications/")
            ? JsonRpcMessages.notification(method, params)
            : JsonRpcMessages.request("r", method, params);
    if (params.equals("{}")) {
      message.remove("params");
    }
    if (stateless && message.has("id")) {
      ObjectNode meta = message.withObject("/params").putObject("_meta");
      meta.put("io.modelcontextprotocol/protocolVersion", STATELESS);
      meta.putObject("io.modelcontextprotocol/clientCapabilities");
    }
    return message;
  }

  private static ObjectNode parent(ObjectNode message, List<String> path) {
    ObjectNode parent = message;
    for (String name : path.subList(0, path.size() - 1)) {
      JsonNode next = parent.get(name);
      parent = next instanceof ObjectNode known ? known : parent.putObject(name);
    }
    return parent;
  }

  private static RawResponse send(McpSession session, ObjectNode message) {
    if (session != null) {
      return message.path("method").asText().equals("initialize")
          ? SERVER.client().post("/mcp", message).send()
          : session.post(message).send();
    }
    RawRequest request =
        SERVER
            .client()
            .post("/mcp", message)
            .header("MCP-Protocol-Version", STATELESS)
            .header("Mcp-Method", message.path("method").asText());
    Stream.of("name", "uri")
        .map(name -> message.at("/params/" + name))
        .filter(JsonNode::isTextual)
        .forEach(name -> request.header("Mcp-Name", name.textValue()));
    return request.send();
  }

  /** Returns the comparable part of a response: its status and the names of its members. */
  private static List<Object> seen(RawResponse response) {
    if (response.isStream()) {
      return List.of(response.status(), response.events().next().json().path("method"));
    }
    JsonNode body = response.text().isEmpty() ? JsonTrees.object("{}") : response.json();
    TreeSet<String> members = new TreeSet<>();
    body.path("result").fieldNames().forEachRemaining(members::add);
    return List.of(response.status(), body.at("/error/code"), members);
  }
}
