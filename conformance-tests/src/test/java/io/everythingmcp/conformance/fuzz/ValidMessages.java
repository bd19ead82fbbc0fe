package io.everythingmcp.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import java.util.List;
import java.util.Map;

/** Valid messages of every method in both eras. */
final class ValidMessages {
  private static final String[] OLD = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"};
  private static final String NEW = "2026-07-28";
  private static final String META = "io.modelcontextprotocol/";
  private static final String CAPABILITIES =
      "{'elicitation':{'form':{},'url':{}},'sampling':{'tools':{},'context':{}},"
          + "'roots':{'listChanged':true}}";

  /** Methods of both eras. */
  private static final String[] COMMON = {
    "tools/list {}",
    "prompts/list {}",
    "resources/list {}",
    "resources/list {'cursor':'$CURSOR'}",
    "resources/templates/list {}",
    "resources/read {'uri':'test://static/resource/2'}",
    "resources/read {'uri':'test://clock/Europe%2FBerlin'}",
    "resources/read {'uri':'docs://everything/welcome'}",
    "resources/read {'uri':'test://session/resource/a'}",
    "resources/read {'uri':'test://template/7/data'}",
    "prompts/get {'name':'simple_prompt'}",
    "prompts/get {'name':'complex_prompt','arguments':{'temperature':'1','style':'x'}}",
    "prompts/get {'name':'resource_prompt','arguments':{'resourceId':'3'}}",
    "prompts/get {'name':'test_input_required_result_prompt'}",
    "completion/complete {'ref':{'type':'ref/prompt','name':'completable_prompt'},"
        + "'argument':{'name':'name','value':'A'},'context':{'arguments':{'department':'Sales'}}}",
    "completion/complete {'ref':{'type':'ref/resource','uri':'test://static/resource/{id}'},"
        + "'argument':{'name':'id','value':'1'}}",
    "tasks/get {'taskId':'$TASK'}",
    "tasks/cancel {'taskId':'$TASK'}",
  };

  private static final String[] ONLY_OLD = {
    "ping {}",
    "initialize {'protocolVersion':'2025-11-25','capabilities':"
        + CAPABILITIES
        + ",'clientInfo':{'name':'fuzz','version':'1'}}",
    "resources/subscribe {'uri':'test://static/resource/1'}",
    "resources/unsubscribe {'uri':'test://static/resource/1'}",
    "logging/setLevel {'level':'debug'}",
    "tasks/list {}",
    "tasks/result {'taskId':'$TASK'}",
  };

  private static final String[] OLD_NOTIFICATIONS = {
    "notifications/initialized {}",
    "notifications/cancelled {'requestId':3,'reason':'x'}",
    "notifications/progress {'progressToken':'$QUESTION','progress':1}",
    "notifications/roots/list_changed {}",
  };

  private static final String[] ONLY_NEW = {
    "server/discover {}",
    "subscriptions/listen {'notifications':{'toolsListChanged':true,'promptsListChanged':true,"
        + "'resourceSubscriptions':['test://static/resource/1'],'taskIds':['$TASK']}}",
    "tasks/update {'taskId':'$TASK','inputResponses':{'confirm':{'action':'accept',"
        + "'content':{'confirm':true}}}}",
  };

  private static final String[] RESULTS = {
    "{'action':'accept','content':{'name':'x','confirm':true}}",
    "{'action':'decline'}",
    "{'role':'assistant','content':{'type':'text','text':'hi'},'model':'m','stopReason':'endTurn'}",
    "{'roots':[{'uri':'file:///p','name':'p'}]}",
  };

  private static final Map<String, String> NAMED =
      Map.of(
          "tools/call", "name",
          "prompts/get", "name",
          "resources/read", "uri",
          "tasks/get", "taskId",
          "tasks/update", "taskId",
          "tasks/cancel", "taskId");

  private final List<JsonNode> tools;
  private final KnownValues known;

  ValidMessages(List<JsonNode> tools, KnownValues known) {
    this.tools = tools;
    this.known = known;
  }

  /** Returns one of them. */
  MutableRequest any(SeededRandom seededRandom) {
    int kind = seededRandom.below(100);
    if (kind < 45) {
      return stateless(seededRandom);
    }
    if (kind < 85) {
      return stateful(seededRandom);
    }
    return kind < 93 ? sse(seededRandom) : bodiless(seededRandom);
  }

  /** Returns the initialize request of a session. */
  static MutableRequest handshake(SeededRandom seededRandom) {
    return post(JsonRpcMessages.initialize(seededRandom.of(OLD), CAPABILITIES));
  }

  private static MutableRequest post(JsonNode message) {
    MutableRequest mutableRequest = new MutableRequest();
    mutableRequest.message = message;
    return mutableRequest
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream");
  }

  private MutableRequest stateless(SeededRandom seededRandom) {
    ObjectNode message =
        seededRandom.percent(50)
            ? call(seededRandom)
            : method(seededRandom, seededRandom.of(either(seededRandom, ONLY_NEW)));
    ObjectNode params = (ObjectNode) message.get("params");
    ObjectNode capabilities = JsonTrees.object(CAPABILITIES);
    capabilities.set("extensions", JsonTrees.object("{'" + META + "tasks':{}}"));
    ObjectNode meta = params.putObject("_meta").put(META + "protocolVersion", NEW);
    meta.set(
        META + "clientCapabilities",
        seededRandom.percent(80) ? capabilities : JsonTrees.object("{}"));
    if (seededRandom.percent(30)) {
      meta.put("progressToken", seededRandom.below(9)).put(META + "logLevel", "debug");
    }
    String method = message.get("method").asText();
    MutableRequest mutableRequest =
        post(message).header("MCP-Protocol-Version", NEW).header("Mcp-Method", method);
    if (NAMED.containsKey(method)) {
      mutableRequest.header("Mcp-Name", params.path(NAMED.get(method)).asText());
    }
    JsonNode arguments = params.path("arguments");
    if (arguments.has("region")) {
      mutableRequest
          .header("Mcp-Param-Region", "=?base64?enVyaWNo?=")
          .header("Mcp-Param-Level", "1");
      ((ObjectNode) arguments).put("region", "zurich").put("level", 1);
    }
    return mutableRequest;
  }

  private static String[] either(SeededRandom seededRandom, String... special) {
    return seededRandom.percent(30) ? special : COMMON;
  }

  private MutableRequest stateful(SeededRandom seededRandom) {
    ObjectNode message = seededRandom.percent(50) ? call(seededRandom) : older(seededRandom);
    if (seededRandom.percent(10) && message.has("params")) {
      ((ObjectNode) message.get("params")).putObject("_meta").put("progressToken", "p");
    }
    MutableRequest mutableRequest = post(message);
    if (!message.path("method").asText().equals("initialize")) {
      mutableRequest.header("Mcp-Session-Id", known.any(KnownValues.Kind.SESSION, seededRandom));
    }
    return seededRandom.percent(50)
        ? mutableRequest.header("MCP-Protocol-Version", seededRandom.of(OLD))
        : mutableRequest;
  }

  private ObjectNode older(SeededRandom seededRandom) {
    int kind = seededRandom.below(10);
    if (kind == 0) {
      String id = known.any(KnownValues.Kind.QUESTION, seededRandom);
      return JsonRpcMessages.result(JsonTrees.tree(id), seededRandom.of(RESULTS));
    }
    if (kind < 3) {
      ObjectNode notification = method(seededRandom, seededRandom.of(OLD_NOTIFICATIONS));
      notification.remove("id");
      return notification;
    }
    return method(seededRandom, seededRandom.of(either(seededRandom, ONLY_OLD)));
  }

  private MutableRequest sse(SeededRandom seededRandom) {
    if (seededRandom.percent(10)) {
      MutableRequest mutableRequest = new MutableRequest().header("Accept", "text/event-stream");
      mutableRequest.verb = "GET";
      mutableRequest.path = "/sse";
      return mutableRequest;
    }
    MutableRequest mutableRequest =
        post(seededRandom.percent(30) ? call(seededRandom) : older(seededRandom));
    mutableRequest.path =
        "/message?sessionId=" + known.any(KnownValues.Kind.SSE_SESSION, seededRandom);
    return mutableRequest;
  }

  private MutableRequest bodiless(SeededRandom seededRandom) {
    MutableRequest mutableRequest =
        new MutableRequest()
            .header("Mcp-Session-Id", known.any(KnownValues.Kind.SESSION, seededRandom));
    mutableRequest.verb = seededRandom.percent(70) ? "GET" : "DELETE";
    mutableRequest.header("Accept", "text/event-stream");
    if (seededRandom.percent(50)) {
      mutableRequest.header("Last-Event-ID", known.any(KnownValues.Kind.EVENT, seededRandom));
    }
    return mutableRequest;
  }

  private ObjectNode call(SeededRandom seededRandom) {
    JsonNode tool = seededRandom.of(tools);
    ObjectNode message = JsonRpcMessages.request(seededRandom.below(1000), "tools/call", "{}");
    ObjectNode params = (ObjectNode) message.get("params");
    params.put("name", tool.path("name").asText());
    params.set("arguments", ToolArguments.of(tool.path("inputSchema"), seededRandom));
    if (seededRandom.percent(10)) {
      params.putObject("task").put("ttl", 1 + seededRandom.below(2000));
    }
    if (seededRandom.percent(15)) {
      params.put("requestState", known.any(KnownValues.Kind.STATE, seededRandom));
      params
          .putObject("inputResponses")
          .set("user_name", JsonTrees.object(seededRandom.of(RESULTS)));
    }
    return message;
  }

  private ObjectNode method(SeededRandom seededRandom, String written) {
    String filled = written;
    for (KnownValues.Kind kind : KnownValues.Kind.values()) {
      if (filled.contains("$" + kind)) {
        filled = filled.replace("$" + kind, known.any(kind, seededRandom));
      }
    }
    int space = filled.indexOf(' ');
    Object id =
        seededRandom.percent(50)
            ? (Object) seededRandom.below(100_000)
            : "id-" + seededRandom.below(100_000);
    return JsonRpcMessages.request(id, filled.substring(0, space), filled.substring(space + 1));
  }
}
