package io.everythingmcp.check.rule;

import static io.everythingmcp.check.rule.RuleCase.must;
import static io.everythingmcp.check.rule.RuleCase.should;

import io.everythingmcp.check.journal.EndpointKind;
import java.util.List;

/** Clients that receive input requests in revision 2026-07-28, in calls and in tasks. */
final class InputCases {
  private static final String QUESTION =
      "{'resultType':'input_required','requestState':'s1','inputRequests':{'k':{'method':"
          + "'elicitation/create','params':{'message':'m'}}}}";

  private static final String ROOTS =
      "{'resultType':'input_required','inputRequests':{'k':{'method':'roots/list'}}}";

  private static final String DONE = "{'resultType':'complete','content':[]}";
  private static final String TASKS = "{'extensions':{'io.modelcontextprotocol/tasks':{}}}";

  private InputCases() {}

  static List<RuleCase> all() {
    return List.of(
        must(
            "sep-2322-client-jsonrpc-id-different",
            run -> round(run, "2", "{'name':'a'", "{'k':{'action':'decline'}}", "'s1'"),
            run -> round(run, "1", "{'name':'a'", "{'k':{'action':'decline'}}", "'s1'")),
        must(
            "sep-2322-client-request-state-echoed",
            run -> round(run, "2", "{'name':'a'", "{'k':{'action':'decline'}}", "'s1'"),
            run -> round(run, "2", "{'name':'a'", "{'k':{'action':'decline'}}", "'s1='")),
        must(
            "input-responses-complete",
            run -> round(run, "2", "{'name':'a'", "{'k':{'action':'decline'}}", "'s1'"),
            run -> round(run, "2", "{'name':'a'", "{}", "'s1'")),
        should(
            "input-responses-no-surplus",
            run -> round(run, "2", "{'name':'a'", "{'k':{'action':'decline'}}", "'s1'"),
            run ->
                round(
                    run,
                    "2",
                    "{'name':'a'",
                    "{'k':{'action':'decline'},'more':{'action':'decline'}}",
                    "'s1'")),
        must(
            "sep-2322-client-parallel-isolation",
            run -> round(run, "2", "{'name':'a'", "{'k':{'action':'decline'}}", "'s1'"),
            run -> round(run, "2", "{'name':'b'", "{'k':{'action':'decline'}}", "'s1'")),
        must(
            "retry-same-request",
            run -> round(run, "2", "{'name':'a'", "{'k':{'action':'decline'}}", "'s1'"),
            run ->
                round(
                    run,
                    "2",
                    "{'name':'a','arguments':{'x':2}",
                    "{'k':{'action':'decline'}}",
                    "'s1'")),
        must(
            "declared-kinds-answered",
            run ->
                run.modernCapabilities("{'roots':{}}")
                    .modern("1", "tools/call", "{'name':'a'}", ROOTS)
                    .modern(
                        "2",
                        "tools/call",
                        "{'name':'a','inputResponses':{'k':{'roots':[]}}}",
                        DONE),
            run ->
                run.modernCapabilities("{'roots':{}}")
                    .modern("1", "tools/call", "{'name':'a'}", ROOTS)
                    .after(90_000)
                    .modern("2", "tools/call", "{'name':'b'}", DONE)),
        must(
            "input-response-shapes",
            run -> round(run, "2", "{'name':'a'", "{'k':{'action':'decline'}}", "'s1'"),
            run -> round(run, "2", "{'name':'a'", "{'k':{'action':'yes'}}", "'s1'")),
        must(
            "url-not-prefetched",
            run ->
                elicited(run)
                    .with("Accept", "text/html")
                    .other(EndpointKind.CANARY, "GET", "/canary/elicitation/1", "", 200, ""),
            run ->
                elicited(run)
                    .other(EndpointKind.CANARY, "GET", "/canary/elicitation/1", "", 200, "")),
        must(
            "task-requests",
            run ->
                run.modernCapabilities(TASKS)
                    .modern("1", "tasks/get", "{'taskId':'t'}", "{'status':'working'}"),
            run -> run.modern("1", "tasks/get", "{'taskId':'t'}", "{'status':'working'}")),
        must("task-update-keys", run -> updated(run, "k"), run -> updated(run, "other")));
  }

  private static void round(
      ScriptedRun run, String id, String params, String responses, String state) {
    run.modernCapabilities("{'elicitation':{}}")
        .modern("1", "tools/call", "{'name':'a'}", QUESTION)
        .modern(
            id,
            "tools/call",
            params + ",'inputResponses':" + responses + ",'requestState':" + state + "}",
            DONE);
  }

  private static ScriptedRun elicited(ScriptedRun run) {
    return run.modernCapabilities("{'elicitation':{'url':{}}}")
        .modern(
            "1",
            "tools/call",
            "{'name':'a'}",
            "{'resultType':'input_required','inputRequests':{'k':{'method':'elicitation/create',"
                + "'params':{'mode':'url','message':'m','url':'http://localhost/x'}}}}");
  }

  private static void updated(ScriptedRun run, String key) {
    run.modernCapabilities(TASKS)
        .modern(
            "1",
            "tasks/get",
            "{'taskId':'t'}",
            "{'status':'input_required','inputRequests':{'k':{'method':'roots/list'}}}")
        .modern(
            "2",
            "tasks/update",
            "{'taskId':'t','inputResponses':{'" + key + "':{'roots':[]}}}",
            "{}");
  }
}
