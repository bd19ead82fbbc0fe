package io.everythingmcp.conformance.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.SharedFleet;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Revision 2026-07-28, with each request at another instance. */
class StatelessRoundRobinIT {
  private static final String REVISION = "2026-07-28";
  private static final String META =
      "{'io.modelcontextprotocol/protocolVersion':'"
          + REVISION
          + "','io.modelcontextprotocol/clientInfo':{'name':'conformance-tests','version':'1'},"
          + "'io.modelcontextprotocol/clientCapabilities':{'elicitation':{'form':{}},'sampling':{},"
          + "'roots':{},'extensions':{'io.modelcontextprotocol/tasks':{}}}}";

  @RegisterExtension static final SharedFleet FLEET = new SharedFleet();

  private final AtomicInteger ids = new AtomicInteger();

  private RawRequest request(RawClient client, String method, ObjectNode params) {
    params.set("_meta", JsonTrees.object(META));
    ObjectNode request = JsonRpcMessages.request(ids.incrementAndGet(), method);
    request.set("params", params);
    RawRequest post =
        client
            .post("/mcp", request)
            .header("MCP-Protocol-Version", REVISION)
            .header("Mcp-Method", method);
    for (String name : new String[] {"name", "uri", "taskId"}) {
      if (params.has(name)) {
        post.header("Mcp-Name", params.path(name).asText());
      }
    }
    return post;
  }

  private JsonNode resultOf(RawClient client, String method, String params) {
    return request(client, method, JsonTrees.object(params)).send().reply();
  }

  private JsonNode resultOf(String method, String params) {
    return resultOf(FLEET.client(), method, params);
  }

  @Test
  void multiRoundTripRequestSpansInstances() {
    String call = "{'name':'collectDetails','arguments':{}}";
    JsonNode first = resultOf(FLEET.client(0), "tools/call", call).path("result");
    assertThat(first.path("resultType").asText()).isEqualTo("input_required");
    JsonNode second = answered(FLEET.client(1), first, "{'name':'Ada'}").path("result");
    assertThat(second.path("resultType").asText()).isEqualTo("input_required");
    JsonNode last = answered(FLEET.client(2), second, "{'color':'red'}");
    assertThat(last.toString()).contains("Ada's favorite color is red");
  }

  private JsonNode answered(RawClient client, JsonNode asked, String content) {
    ObjectNode params = JsonTrees.object("{'name':'collectDetails','arguments':{}}");
    params.set("requestState", asked.get("requestState"));
    String key = asked.path("inputRequests").fieldNames().next();
    params
        .putObject("inputResponses")
        .set(key, JsonTrees.object("{'action':'accept','content':" + content + "}"));
    return request(client, "tools/call", params).send().reply();
  }

  @Test
  void changesAreNotifiedAtOtherInstances() {
    ObjectNode wanted =
        JsonTrees.object(
            "{'notifications':{'toolsListChanged':true,'resourceSubscriptions':['test://x']}}");
    SseStream listening = request(FLEET.client(0), "subscriptions/listen", wanted).send().events();
    assertThat(listening.message().path("method").asText()).contains("acknowledged");
    resultOf(FLEET.client(1), "tools/call", "{'name':'test_trigger_tool_change','arguments':{}}");
    assertThat(listening.message().path("method").asText())
        .isEqualTo("notifications/tools/list_changed");
    listening.close();
  }

  @Test
  void taskIsPolledElsewhere() {
    String call = "{'name':'longRunningOperation','arguments':{'duration':0.5,'steps':1}}";
    String task =
        resultOf(FLEET.client(0), "tools/call", call).path("result").path("taskId").asText();
    await().until(() -> status(task).equals("completed"));
    String longer = "{'name':'longRunningOperation','arguments':{'duration':300,'steps':300}}";
    String other =
        resultOf(FLEET.client(0), "tools/call", longer).path("result").path("taskId").asText();
    resultOf(FLEET.client(1), "tasks/cancel", "{'taskId':'" + other + "'}");
    await().until(() -> status(other).equals("cancelled"));
  }

  private String status(String task) {
    return resultOf("tasks/get", "{'taskId':'" + task + "'}")
        .path("result")
        .path("status")
        .asText();
  }

  @Test
  void storedResourceIsReadElsewhere() {
    JsonNode made =
        resultOf(
            FLEET.client(0),
            "tools/call",
            "{'name':'createSessionResource','arguments':{'name':'note','text':'hello'}}");
    String uri = made.findValue("uri").asText();
    assertThat(resultOf(FLEET.client(1), "resources/read", "{'uri':'" + uri + "'}").toString())
        .contains("hello");
  }
}
