package io.everythingmcp.check.rule;

import static io.everythingmcp.check.rule.RuleCase.must;
import static io.everythingmcp.check.rule.RuleCase.note;
import static io.everythingmcp.check.rule.RuleCase.should;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.StreamEnd;
import java.util.List;
import java.util.Map;

/** Clients for the rules of sessions. */
final class LifecycleCases {
  private static final String FORM =
      "{'message':'m','requestedSchema':{'type':'object','properties':{'n':{'type':'string'}},"
          + "'required':['n']}}";
  private static final String SAMPLING = "{'messages':[],'maxTokens':1}";
  private static final String WITH_TOOLS =
      "{'messages':[],'maxTokens':1,'tools':[],'toolChoice':{'mode':'required'}}";
  private static final String TEXT = "{'type':'text','text':'a'}";
  private static final String RELATED =
      "'_meta':{'io.modelcontextprotocol/related-task':{'taskId':'t1'}}";
  private static final String TASK_TOOL =
      "{'tools':[{'name':'a','execution':{'taskSupport':'required'}}]}";

  private LifecycleCases() {}

  static List<RuleCase> all() {
    return List.of(
        must(
            "initialize-first",
            run -> run.legacy().tools("1"),
            run ->
                run.post(
                    "{'jsonrpc':'2.0','id':0,'method':'initialize','params':{'protocolVersion':"
                        + "'2025-11-25','clientInfo':{'name':'a','version':'1'}}}",
                    400,
                    "{'jsonrpc':'2.0','id':0,'error':{'code':-32602,'message':'m'}}")),
        should(
            "mcp-client-initialization",
            run -> run.legacy().tools("1"),
            run -> run.initialize("1.0", "{}", "2025-11-25", ScriptedRun.ALL).initialized()),
        must(
            "initialized-once",
            run -> run.legacy().tools("1"),
            run -> run.legacy().tools("1").initialized()),
        should(
            "no-request-before-initialize-answer",
            run -> overSse(run, 2500, "/message?sessionId=s1"),
            run -> overSse(run, 1700, "/message?sessionId=s1")),
        note(
            "no-request-before-initialized",
            run -> run.legacy().tools("1"),
            run ->
                run.initialize("2025-11-25", "{}", "2025-11-25", ScriptedRun.ALL)
                    .tools("1")
                    .initialized()),
        must(
            "only-negotiated-features",
            run ->
                run.initialize("2025-11-25", "{}", "2025-11-25", "{'tools':{}}")
                    .initialized()
                    .tools("1"),
            run ->
                run.initialize("2025-11-25", "{}", "2025-11-25", "{'tools':{}}")
                    .initialized()
                    .call("1", "prompts/list", "{}")),
        must(
            "declared-capability-answered",
            run -> call(run, "roots/list", "{}", "'result':{'roots':[]}"),
            run -> call(run, "roots/list", "{}", "'error':{'code':-32601,'message':'m'}")),
        must(
            "undeclared-capability-refused",
            run ->
                run.legacy("2025-11-25", "{}")
                    .getStream()
                    .exchangeRequest("'q'", "sampling/createMessage", SAMPLING)
                    .respond("'id':'q','error':{'code':-32601,'message':'m'}"),
            run ->
                run.legacy("2025-11-25", "{}")
                    .getStream()
                    .exchangeRequest("'q'", "sampling/createMessage", SAMPLING)
                    .respond(
                        "'id':'q','result':{'role':'assistant','model':'m','content':"
                            + TEXT
                            + "}")),
        must(
            "roots-are-files",
            run -> call(run, "roots/list", "{}", "'result':{'roots':[{'uri':'file:///a'}]}"),
            run -> call(run, "roots/list", "{}", "'result':{'roots':[{'uri':'/a'}]}")),
        must(
            "roots-list-changed-declared",
            run -> run.legacy().notify("notifications/roots/list_changed", "{}"),
            run ->
                run.legacy("2025-11-25", "{'roots':{}}")
                    .notify("notifications/roots/list_changed", "{}")),
        must(
            "elicitation-result-shape",
            run -> call(run, "elicitation/create", FORM, "'result':{'action':'decline'}"),
            run ->
                call(
                    run,
                    "elicitation/create",
                    FORM,
                    "'result':{'action':'decline','content':{'n':'a'}}")),
        should(
            "elicitation-content-fits",
            run ->
                call(
                    run,
                    "elicitation/create",
                    FORM,
                    "'result':{'action':'accept','content':{'n':'a'}}"),
            run ->
                call(
                    run,
                    "elicitation/create",
                    FORM,
                    "'result':{'action':'accept','content':{'n':1}}")),
        must(
            "elicitation-mode-declared",
            run -> run.legacy("2025-11-25", "{'elicitation':{'url':{}}}").tools("1"),
            run -> run.legacy("2025-11-25", "{'elicitation':{'voice':{}}}").tools("1")),
        must(
            "sampling-result-shape",
            run ->
                call(
                    run,
                    "sampling/createMessage",
                    SAMPLING,
                    "'result':{'role':'assistant','model':'m','content':[" + TEXT + "]}"),
            run ->
                call(
                    run,
                    "sampling/createMessage",
                    SAMPLING,
                    "'result':{'role':'assistant','content':" + TEXT + "}")),
        must(
            "sampling-tool-use",
            run -> withTools(run, "{'type':'tool_use','id':'1','name':'a','input':{}}"),
            run -> withTools(run, TEXT)),
        must(
            "task-parameter-allowed",
            run ->
                run.legacy()
                    .call("1", "tools/list", "{}", TASK_TOOL)
                    .call("2", "tools/call", "{'name':'a','task':{}}"),
            run ->
                run.legacy()
                    .call("1", "tools/list", "{}", TASK_TOOL)
                    .call("2", "tools/call", "{'name':'a'}")),
        should("task-poll-interval", run -> polled(run, 1000), run -> polled(run, 100)),
        should(
            "no-related-task-on-task-methods",
            run -> run.legacy().call("1", "tasks/cancel", "{'taskId':'t1'}"),
            run -> run.legacy().call("1", "tasks/cancel", "{'taskId':'t1'," + RELATED + "}")),
        must(
            "related-task-in-answers",
            run ->
                call(
                    run,
                    "roots/list",
                    "{" + RELATED + "}",
                    "'result':{'roots':[]," + RELATED + "}"),
            run -> call(run, "roots/list", "{" + RELATED + "}", "'result':{'roots':[]}")),
        must(
            "unknown-elicitation-complete-ignored",
            run -> run.legacy().tools("1").provoked("P41", "{}").after(100).tools("2"),
            run -> run.legacy().tools("1").provoked("P41", "{}").after(100)),
        should(
            "unknown-version-disconnect",
            run -> run.initialize("2025-11-25", "{}", "1999-01-01", "{}"),
            run ->
                run.initialize("2025-11-25", "{}", "1999-01-01", ScriptedRun.ALL)
                    .initialized()
                    .tools("1")),
        must(
            "completion-reference",
            run -> run.legacy().call("1", "completion/complete", completion("ref/prompt")),
            run -> run.legacy().call("1", "completion/complete", completion("prompt"))),
        note(
            "fields-of-the-revision",
            run -> run.legacy("2025-06-18").call("1", "tools/call", "{'name':'a'}"),
            run -> run.legacy("2025-06-18").call("1", "tools/call", "{'name':'a','task':{}}")));
  }

  private static String completion(String type) {
    return "{'ref':{'type':'" + type + "','name':'a'},'argument':{'name':'b','value':'c'}}";
  }

  private static void call(ScriptedRun run, String method, String params, String response) {
    run.legacy().getStream().exchangeRequest("'q'", method, params).respond("'id':'q'," + response);
  }

  private static void withTools(ScriptedRun run, String content) {
    run.legacy("2025-11-25", "{'sampling':{'tools':{}}}")
        .getStream()
        .exchangeRequest("'q'", "sampling/createMessage", WITH_TOOLS)
        .respond("'id':'q','result':{'role':'assistant','model':'m','content':" + content + "}");
  }

  private static void polled(ScriptedRun run, long pause) {
    run.legacy()
        .call("1", "tasks/get", "{'taskId':'t1'}", "{'status':'working','pollInterval':800}")
        .after(pause)
        .call("2", "tasks/get", "{'taskId':'t1'}", "{'status':'completed','pollInterval':800}");
  }

  /** A session over HTTP+SSE: the response to initialize is sent at 2000. */
  static void overSse(ScriptedRun run, long listAt, String endpoint) {
    run.at(1000)
        .endpoint(10, "/message?sessionId=s1")
        .event(
            1000,
            null,
            null,
            "{'jsonrpc':'2.0','id':0,'result':{'protocolVersion':'2024-11-05','capabilities':"
                + ScriptedRun.ALL
                + "}}")
        .event(3000, null, null, "{'jsonrpc':'2.0','id':1,'result':{'tools':[]}}")
        .exchange(
            EndpointKind.SSE,
            "GET",
            "/sse",
            Map.of("Accept", "text/event-stream"),
            "",
            200,
            Map.of("Content-Type", "text/event-stream"),
            "",
            StreamEnd.CLIENT);
    message(
        run.at(1500),
        "/message?sessionId=s1",
        "{'jsonrpc':'2.0','id':0,'method':'initialize','params':{'protocolVersion':'2024-11-05',"
            + "'capabilities':{},'clientInfo':{'name':'a','version':'1'}}}");
    message(
        run.at(2200),
        "/message?sessionId=s1",
        "{'jsonrpc':'2.0','method':'notifications/initialized'}");
    message(run.at(listAt), endpoint, "{'jsonrpc':'2.0','id':1,'method':'tools/list'}");
    run.at(5000);
  }

  private static void message(ScriptedRun run, String path, String body) {
    run.exchange(
        EndpointKind.MESSAGE,
        "POST",
        path,
        Map.of("Content-Type", "application/json"),
        ScriptedRun.json(body),
        202,
        Map.of(),
        "",
        StreamEnd.SERVER);
  }
}
