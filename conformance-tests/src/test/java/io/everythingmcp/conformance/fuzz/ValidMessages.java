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
  MutableRequest any(SeededRandom dice) {
    int kind = dice.below(100);
    if (kind < 45) {
      return stateless(dice);
    }
    if (kind < 85) {
      return stateful(dice);
    }
    return kind < 93 ? sse(dice) : bodiless(dice);
  }

  /** Returns the initialize request of a session. */
  static MutableRequest handshake(SeededRandom dice) {
    return post(JsonRpcMessages.initialize(dice.of(OLD), CAPABILITIES));
  }

  private static MutableRequest post(JsonNode message) {
    MutableRequest draft = new MutableRequest();
    draft.message = message;
    return draft
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream");
  }

  private MutableRequest stateless(SeededRandom dice) {
    ObjectNode message =
        dice.percent(50) ? call(dice) : method(dice, dice.of(either(dice, ONLY_NEW)));
    ObjectNode params = (ObjectNode) message.get("params");
    ObjectNode capabilities = JsonTrees.object(CAPABILITIES);
    capabilities.set("extensions", JsonTrees.object("{'" + META + "tasks':{}}"));
    ObjectNode meta = params.putObject("_meta").put(META + "protocolVersion", NEW);
    meta.set(META + "clientCapabilities", dice.percent(80) ? capabilities : JsonTrees.object("{}"));
    if (dice.percent(30)) {
      meta.put("progressToken", dice.below(9)).put(META + "logLevel", "debug");
    }
    String method = message.get("method").asText();
    MutableRequest draft =
        post(message).header("MCP-Protocol-Version", NEW).header("Mcp-Method", method);
    if (NAMED.containsKey(method)) {
      draft.header("Mcp-Name", params.path(NAMED.get(method)).asText());
    }
    JsonNode arguments = params.path("arguments");
    if (arguments.has("region")) {
      draft.header("Mcp-Param-Region", "=?base64?enVyaWNo?=").header("Mcp-Param-Level", "1");
      ((ObjectNode) arguments).put("region", "zurich").put("level", 1);
    }
    return draft;
  }

  private static String[] either(SeededRandom dice, String... special) {
    return dice.percent(30) ? special : COMMON;
  }

  private MutableRequest stateful(SeededRandom dice) {
    ObjectNode message = dice.percent(50) ? call(dice) : older(dice);
    if (dice.percent(10) && message.has("params")) {
      ((ObjectNode) message.get("params")).putObject("_meta").put("progressToken", "p");
    }
    MutableRequest draft = post(message);
    if (!message.path("method").asText().equals("initialize")) {
      draft.header("Mcp-Session-Id", known.any(KnownValues.Kind.SESSION, dice));
    }
    return dice.percent(50) ? draft.header("MCP-Protocol-Version", dice.of(OLD)) : draft;
  }

  private ObjectNode older(SeededRandom dice) {
    int kind = dice.below(10);
    if (kind == 0) {
      String id = known.any(KnownValues.Kind.QUESTION, dice);
      return JsonRpcMessages.result(JsonTrees.tree(id), dice.of(RESULTS));
    }
    if (kind < 3) {
      ObjectNode notification = method(dice, dice.of(OLD_NOTIFICATIONS));
      notification.remove("id");
      return notification;
    }
    return method(dice, dice.of(either(dice, ONLY_OLD)));
  }

  private MutableRequest sse(SeededRandom dice) {
    if (dice.percent(10)) {
      MutableRequest draft = new MutableRequest().header("Accept", "text/event-stream");
      draft.verb = "GET";
      draft.path = "/sse";
      return draft;
    }
    MutableRequest draft = post(dice.percent(30) ? call(dice) : older(dice));
    draft.path = "/message?sessionId=" + known.any(KnownValues.Kind.SSE_SESSION, dice);
    return draft;
  }

  private MutableRequest bodiless(SeededRandom dice) {
    MutableRequest draft =
        new MutableRequest().header("Mcp-Session-Id", known.any(KnownValues.Kind.SESSION, dice));
    draft.verb = dice.percent(70) ? "GET" : "DELETE";
    draft.header("Accept", "text/event-stream");
    if (dice.percent(50)) {
      draft.header("Last-Event-ID", known.any(KnownValues.Kind.EVENT, dice));
    }
    return draft;
  }

  private ObjectNode call(SeededRandom dice) {
    JsonNode tool = dice.of(tools);
    ObjectNode message = JsonRpcMessages.request(dice.below(1000), "tools/call", "{}");
    ObjectNode params = (ObjectNode) message.get("params");
    params.put("name", tool.path("name").asText());
    params.set("arguments", ToolArguments.of(tool.path("inputSchema"), dice));
    if (dice.percent(10)) {
      params.putObject("task").put("ttl", 1 + dice.below(2000));
    }
    if (dice.percent(15)) {
      params.put("requestState", known.any(KnownValues.Kind.STATE, dice));
      params.putObject("inputResponses").set("user_name", JsonTrees.object(dice.of(RESULTS)));
    }
    return message;
  }

  private ObjectNode method(SeededRandom dice, String written) {
    String filled = written;
    for (KnownValues.Kind kind : KnownValues.Kind.values()) {
      if (filled.contains("$" + kind)) {
        filled = filled.replace("$" + kind, known.any(kind, dice));
      }
    }
    int space = filled.indexOf(' ');
    Object id = dice.percent(50) ? (Object) dice.below(100_000) : "id-" + dice.below(100_000);
    return JsonRpcMessages.request(id, filled.substring(0, space), filled.substring(space + 1));
  }
}
