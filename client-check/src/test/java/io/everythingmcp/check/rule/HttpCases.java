package io.everythingmcp.check.rule;

import static io.everythingmcp.check.rule.RuleCase.must;
import static io.everythingmcp.check.rule.RuleCase.note;
import static io.everythingmcp.check.rule.RuleCase.should;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.StreamEnd;
import java.util.List;
import java.util.Map;

/** Clients for the rules of HTTP. */
final class HttpCases {
  private static final String PROGRESS =
      "{'jsonrpc':'2.0','method':'notifications/message','params':{'level':'info','data':1}}";
  private static final String CALL = "{'name':'a','arguments':{}}";

  private HttpCases() {}

  static List<RuleCase> all() {
    return List.of(
        must(
            "accept-both-types",
            run ->
                run.legacy()
                    .with("Accept", "text/event-stream;q=0.5 ,Application/JSON; charset=utf-8")
                    .tools("1"),
            run -> run.legacy().with("Accept", "application/json").tools("1")),
        must(
            "accept-event-stream",
            run -> run.legacy().getStream(),
            run -> run.legacy().with("Accept", "application/json").getStream()),
        must(
            "content-type-json",
            run -> run.legacy().with("Content-Type", "Application/Json; charset=utf-8").tools("1"),
            run -> run.legacy().with("Content-Type", "text/plain").tools("1")),
        must(
            "session-id-echoed",
            run -> run.legacy().tools("1"),
            run ->
                run.legacy()
                    .tools("1")
                    .with("Mcp-Session-Id", null)
                    .refused("2", "tools/list", "{}", 400)),
        must(
            "version-header-sent",
            run -> run.legacy().tools("1"),
            run -> run.legacy().with("MCP-Protocol-Version", null).tools("1")),
        should(
            "version-header-negotiated",
            run -> run.legacy().tools("1"),
            run -> run.legacy().with("MCP-Protocol-Version", "2025-06-18").tools("1")),
        must(
            "initialize-without-session-id",
            run -> run.legacy().tools("1"),
            run -> run.with("Mcp-Session-Id", "old").legacy()),
        must(
            "initialize-after-404",
            run -> run.legacy().tools("1").refused("2", "tools/list", "{}", 404).legacy(),
            run ->
                run.legacy()
                    .tools("1")
                    .refused("2", "tools/list", "{}", 404)
                    .refused("3", "tools/list", "{}", 404)),
        should(
            "delete-at-the-end",
            run -> run.legacy().tools("1"),
            run -> run.legacy().tools("1").noDelete()),
        should(
            "client-sse-last-event-id", run -> lost(run, "e2", 100), run -> lost(run, "e1", 100)),
        must(
            "client-sse-retry-timing",
            run -> polled(run, 1000, 500),
            run -> polled(run, 100, 1000)),
        should(
            "client-sse-graceful-reconnect",
            run -> polled(run, 1000, 500),
            run ->
                run.legacy()
                    .event(10, "e1", null, "")
                    .open("1", "tools/call", CALL, StreamEnd.SERVER)
                    .after(40_000)
                    .tools("2")),
        should(
            "cancel-by-notification",
            run ->
                run.legacy()
                    .event(3000, null, null, PROGRESS)
                    .open("1", "tools/call", CALL, StreamEnd.CLIENT)
                    .notify("notifications/cancelled", "{'requestId':1}")
                    .after(5000),
            run ->
                run.legacy()
                    .event(3000, null, null, PROGRESS)
                    .open("1", "tools/call", CALL, StreamEnd.CLIENT)
                    .after(5000)
                    .tools("2")),
        must(
            "json-and-stream-accepted",
            run ->
                run.legacy()
                    .call("1", "tools/call", "{'name':'a'}")
                    .provoked("P06", "{}")
                    .call("2", "tools/call", "{'name':'b'}"),
            run ->
                run.legacy()
                    .call("1", "tools/call", "{'name':'a'}")
                    .provoked("P06", "{}")
                    .call("2", "tools/call", "{'name':'a'}")),
        note("get-stream-observed", run -> run.legacy(), run -> run.legacy().getStream()),
        must(
            "endpoint-event-used",
            run -> LifecycleCases.overSse(run, 2500, "/message?sessionId=s1"),
            run -> LifecycleCases.overSse(run, 2500, "/message?sessionId=s2")),
        should(
            "post-before-get",
            run -> {
              initialize(run, 405);
              get(run, 200);
            },
            run -> {
              get(run, 404);
              initialize(run, 404);
            }),
        note(
            "version-header-on-metadata",
            run ->
                run.legacy("2025-03-26")
                    .with("MCP-Protocol-Version", "2025-03-26")
                    .other(
                        EndpointKind.AUTHORIZATION_METADATA,
                        "GET",
                        "/.well-known/oauth-authorization-server",
                        "",
                        200,
                        "{}"),
            run ->
                run.legacy("2025-03-26")
                    .other(
                        EndpointKind.AUTHORIZATION_METADATA,
                        "GET",
                        "/.well-known/oauth-authorization-server",
                        "",
                        200,
                        "{}")),
        must(
            "accept-both-types-modern",
            run -> run.modern("1", "tools/list", "{}", "{}"),
            run -> run.with("Accept", "application/json").modern("1", "tools/list", "{}", "{}")),
        note(
            "retry-after-kept",
            run -> rateLimited(run.legacy(), "1").after(5000).call("2", "tools/call", CALL),
            run -> rateLimited(run.legacy(), "1").after(1000).call("2", "tools/call", CALL)));
  }

  /** Adds a call that is rejected for five seconds. */
  static ScriptedRun rateLimited(ScriptedRun run, String id) {
    return run.respondWith("Retry-After", "5")
        .refused(id, "tools/call", CALL, 429)
        .provoked("P63", "{'status':'429'}");
  }

  private static void lost(ScriptedRun run, String resumedFrom, long pause) {
    run.legacy()
        .event(10, "e1", null, PROGRESS)
        .event(20, "e2", null, PROGRESS)
        .open("1", "tools/call", CALL, StreamEnd.ABORT)
        .after(pause)
        .event(5, "e3", null, "{'jsonrpc':'2.0','id':1,'result':{}}")
        .resume(resumedFrom);
  }

  private static void polled(ScriptedRun run, long pause, int retry) {
    run.legacy()
        .event(10, "e1", retry, "")
        .open("1", "tools/call", CALL, StreamEnd.SERVER)
        .after(pause - 200)
        .event(5, "e2", null, "{'jsonrpc':'2.0','id':1,'result':{}}")
        .resume("e1");
  }

  private static void initialize(ScriptedRun run, int status) {
    run.post(
        "{'jsonrpc':'2.0','id':0,'method':'initialize','params':{'protocolVersion':"
            + "'2025-11-25','capabilities':{},'clientInfo':{'name':'a','version':'1'}}}",
        status,
        "");
  }

  private static void get(ScriptedRun run, int status) {
    run.exchange(
        EndpointKind.SSE,
        "GET",
        "/sse",
        Map.of("Accept", "text/event-stream"),
        "",
        status,
        Map.of(),
        "",
        StreamEnd.SERVER);
  }
}
