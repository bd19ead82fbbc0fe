package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.ConsentPage;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every notification that the table in docs/learn/features.md names is sent when the tool in its
 * row is called, in each era, on a server with the default features.
 */
class NotificationsIT {
  private static final String REVISION = "2026-07-28";
  private static final String URI = "test://static/resource/1";
  private static final String NONE = "not in th";

  @RegisterExtension static final SharedServer SERVER = SharedServer.with();

  /** The checks for the rows of the table; empty where another test has the check. */
  private final Map<String, Runnable> sessions = new TreeMap<>();

  private final Map<String, Runnable> stateless = new TreeMap<>();

  NotificationsIT() {
    sessions.put("notifications/tools/list_changed", () -> onGet("announceChange", "tools"));
    sessions.put("notifications/prompts/list_changed", () -> onGet("announceChange", "prompts"));
    sessions.put("notifications/resources/list_changed", this::resourcesOfSession);
    sessions.put("notifications/resources/updated", this::updatesOfSession);
    sessions.put("notifications/message", this::logOfSession);
    sessions.put("notifications/progress", this::progressOfSession);
    sessions.put("notifications/cancelled", this::cancelled);
    sessions.put("notifications/elicitation/complete", this::complete);
    sessions.put("notifications/tasks/status", this::taskOfSession);
    stateless.put(
        "notifications/tools/list_changed", () -> assertReceived("toolsListChanged", "tools"));
    stateless.put(
        "notifications/prompts/list_changed",
        () -> assertReceived("promptsListChanged", "prompts"));
    stateless.put(
        "notifications/resources/list_changed",
        () -> assertReceived("resourcesListChanged", "resources"));
    stateless.put("notifications/resources/updated", this::updated);
    stateless.put("notifications/message", () -> before("notifications/message"));
    stateless.put("notifications/progress", () -> before("notifications/progress"));
    // The end of subscriptions over stdio is tested by ListenTest of the server.
    stateless.put("notifications/cancelled", () -> {});
    stateless.put("notifications/tasks", this::task);
    stateless.put("notifications/subscriptions/acknowledged", () -> openStream("{}").close());
  }

  private static List<List<String>> table() throws IOException {
    return Files.readAllLines(Path.of("../docs/learn/features.md")).stream()
        .filter(line -> line.startsWith("| `notifications/"))
        .map(line -> List.of(line.split(" *\\| *")))
        .toList();
  }

  @Test
  void eachDocumentedNotificationIsSentInEachEra() throws IOException {
    assertThat(table())
        .allSatisfy(
            row -> {
              String method = row.get(1).replace("`", "");
              assertThat(sessions.containsKey(method)).isEqualTo(!row.get(2).startsWith(NONE));
              assertThat(stateless.containsKey(method)).isEqualTo(!row.get(3).startsWith(NONE));
            });
    assertThat(table()).extracting(row -> row.get(1)).hasSize(11).doesNotHaveDuplicates();
    sessions.values().forEach(Runnable::run);
    stateless.values().forEach(Runnable::run);
  }

  private static McpSession session() {
    return McpSession.open(SERVER.client(), "2025-11-25", "{'elicitation':{'form':{},'url':{}}}");
  }

  private static void await(SseStream stream, String method) {
    stream.message(message -> message.path("method").asText().equals(method));
  }

  private static void onGet(String tool, String what) {
    McpSession session = session();
    SseStream stream = session.listen();
    assertThat(session.call(tool, "{'what':'" + what + "'}").has("result")).isTrue();
    await(stream, "notifications/" + what + "/list_changed");
  }

  private void resourcesOfSession() {
    onGet("announceChange", "resources");
    McpSession session = session();
    SseStream stream = session.listen();
    session.call("createSessionResource", "{'name':'n','text':'t'}");
    await(stream, "notifications/resources/list_changed");
  }

  private void updatesOfSession() {
    McpSession session = session();
    SseStream stream = session.listen();
    session.callMethod("resources/subscribe", "{'uri':'" + URI + "'}");
    session.call("announceChange", "{'what':'resource'}");
    await(stream, "notifications/resources/updated");
    McpSession toggled = session();
    SseStream other = toggled.listen();
    toggled.callMethod("resources/subscribe", "{'uri':'" + URI + "'}");
    toggled.call("toggleResourceUpdates", "{}");
    await(other, "notifications/resources/updated");
  }

  private void logOfSession() {
    McpSession session = session();
    session.callMethod("logging/setLevel", "{'level':'debug'}");
    await(session.post(JsonRpcMessages.steps(1, 0.01, 1)).send().events(), "notifications/message");
    SseStream stream = session.listen();
    session.call("toggleSimulatedLogging", "{}");
    await(stream, "notifications/message");
  }

  private void progressOfSession() {
    await(
        session().post(JsonRpcMessages.steps(1, 0.01, 1)).send().events(),
        "notifications/progress");
  }

  private void cancelled() {
    McpSession session = session();
    SseStream stream = session.post(JsonRpcMessages.call(1, "elicitInputs", "{}")).send().events();
    await(stream, "elicitation/create");
    session.post(JsonRpcMessages.notification("notifications/cancelled", "{'requestId':1}")).send();
    await(stream, "notifications/cancelled");
  }

  private void complete() {
    McpSession session = session();
    SseStream stream = session.listen();
    SseStream call = session.post(JsonRpcMessages.call(1, "elicitUrl", "{}")).send().events();
    JsonNode inputRequest = call.message(message -> message.has("method"));
    session.post(JsonRpcMessages.result(inputRequest.get("id"), "{'action':'accept'}")).send();
    ConsentPage.accept(inputRequest.path("params").path("url").asText());
    await(stream, "notifications/elicitation/complete");
  }

  private void taskOfSession() {
    McpSession session = session();
    SseStream stream = session.listen();
    ObjectNode call =
        JsonRpcMessages.call(1, "longRunningOperation", "{'duration':0.01,'steps':1}");
    ((ObjectNode) call.get("params")).putObject("task");
    assertThat(session.post(call).send().reply().has("result")).isTrue();
    await(stream, "notifications/tasks/status");
  }

  private static RawRequest request(String method, String params, String capabilities) {
    ObjectNode request = JsonRpcMessages.request(1, method, params);
    ObjectNode given = (ObjectNode) request.get("params");
    given.set(
        "_meta",
        JsonTrees.object(
            "{'io.modelcontextprotocol/protocolVersion':'"
                + REVISION
                + "','io.modelcontextprotocol/clientInfo':{'name':'conformance-tests',"
                + "'version':'1'},'io.modelcontextprotocol/logLevel':'debug','progressToken':1,"
                + "'io.modelcontextprotocol/clientCapabilities':"
                + capabilities
                + "}"));
    RawRequest post =
        SERVER
            .client()
            .post("/mcp", request)
            .header("MCP-Protocol-Version", REVISION)
            .header("Mcp-Method", method);
    return given.has("name") ? post.header("Mcp-Name", given.path("name").asText()) : post;
  }

  private static RawRequest request(String method, String params) {
    return request(method, params, "{'extensions':{'io.modelcontextprotocol/tasks':{}}}");
  }

  private static SseStream openStream(String wanted) {
    SseStream stream =
        request("subscriptions/listen", "{'notifications':" + wanted + "}").send().events();
    await(stream, "notifications/subscriptions/acknowledged");
    return stream;
  }

  private static void announceChange(String what) {
    String call = "{'name':'announceChange','arguments':{'what':'" + what + "'}}";
    assertThat(request("tools/call", call).send().reply().has("result")).isTrue();
  }

  private static void assertReceived(String wanted, String list) {
    try (SseStream stream = openStream("{'" + wanted + "':true}")) {
      announceChange(list);
      await(stream, "notifications/" + list + "/list_changed");
    }
  }

  private void updated() {
    try (SseStream stream = openStream("{'resourceSubscriptions':['" + URI + "']}")) {
      announceChange("resource");
      await(stream, "notifications/resources/updated");
    }
  }

  /** A client without the tasks extension receives the result of the call itself. */
  private static void before(String method) {
    String call = "{'name':'longRunningOperation','arguments':{'duration':0.01,'steps':1}}";
    await(request("tools/call", call, "{}").send().events(), method);
  }

  private void task() {
    String call = "{'name':'longRunningOperation','arguments':{'duration':3,'steps':1}}";
    String id = request("tools/call", call).send().reply().path("result").path("taskId").asText();
    try (SseStream stream = openStream("{'taskIds':['" + id + "']}")) {
      await(stream, "notifications/tasks");
    }
  }
}
