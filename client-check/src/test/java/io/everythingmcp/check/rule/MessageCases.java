package io.everythingmcp.check.rule;

import static io.everythingmcp.check.rule.RuleCase.must;
import static io.everythingmcp.check.rule.RuleCase.note;
import static io.everythingmcp.check.rule.RuleCase.should;

import io.everythingmcp.check.journal.StreamEnd;
import java.util.List;

/** Clients for the rules of messages. */
final class MessageCases {
  private static final String TOKEN = "{'_meta':{'progressToken':%s},'name':'a','arguments':{}}";
  private static final String PING = "'id':'q1','method':'ping'";

  private MessageCases() {}

  static List<RuleCase> all() {
    return List.of(
        must(
            "json-rpc-message",
            run -> run.legacy().tools("1"),
            run -> run.legacy().post("{'jsonrpc':'1.0','id':1,'method':'ping'}", 200, "")),
        must(
            "request-id-type",
            run -> run.legacy().tools("1.0").tools("'a'"),
            run -> run.legacy().tools("1.5")),
        must(
            "request-id-unique",
            run -> run.legacy().refused("1", "tools/list", "{}", 503).tools("1").tools("'1'"),
            run -> run.legacy().tools("1").tools("1")),
        must(
            "request-id-outstanding",
            run ->
                run.modern("1", "tools/list", "{}", "{}").modern("1", "prompts/list", "{}", "{}"),
            run ->
                run.event(60_000, null, null, "{'jsonrpc':'2.0','id':1,'result':{}}")
                    .modernStream("1", "tools/list", "{}", StreamEnd.SERVER)
                    .after(-50_000)
                    .modern("1", "prompts/list", "{}", "{}")
                    .after(60_000)),
        must(
            "notification-without-id",
            run -> run.legacy().tools("1"),
            run -> run.legacy().call("5", "notifications/cancelled", "{'requestId':1}")),
        must(
            "no-batch",
            run -> run.legacy().tools("1"),
            run -> run.legacy().post("[{'jsonrpc':'2.0','id':1,'method':'ping'}]", 400, "")),
        must(
            "initialize-not-in-batch",
            run -> run.legacy("2025-03-26").tools("1"),
            run ->
                run.post(
                    "[{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'protocolVersion':"
                        + "'2025-03-26','capabilities':{},'clientInfo':{'name':'a','version':'1'}}}]",
                    400,
                    "")),
        must(
            "method-and-params-types",
            run ->
                run.legacy().tools("1").post("{'jsonrpc':'2.0','id':2,'method':'ping'}", 200, ""),
            run ->
                run.legacy().post("{'jsonrpc':'2.0','id':1,'method':'ping','params':[]}", 400, "")),
        should(
            "params-match-schema",
            run -> run.legacy().call("1", "resources/read", "{'uri':'a:b','more':1}"),
            run -> run.legacy().call("1", "resources/read", "{'url':'a:b'}")),
        should(
            "method-exists",
            run -> run.legacy().tools("1"),
            run -> run.legacy().call("1", "server/discover", "{}")),
        must(
            "progress-token-type",
            run -> run.legacy().call("1", "tools/call", TOKEN.formatted("'t'")),
            run -> run.legacy().call("1", "tools/call", TOKEN.formatted("1.5"))),
        must(
            "progress-token-unique",
            run ->
                run.legacy()
                    .call("1", "tools/call", TOKEN.formatted("7"))
                    .call("2", "tools/call", TOKEN.formatted("7")),
            run ->
                run.legacy()
                    .event(9000, null, null, "{'jsonrpc':'2.0','id':1,'result':{}}")
                    .open("1", "tools/call", TOKEN.formatted("7"), StreamEnd.SERVER)
                    .after(-8000)
                    .call("2", "tools/call", TOKEN.formatted("7"))
                    .after(8000)),
        must(
            "meta-key-syntax",
            run ->
                run.legacy()
                    .call(
                        "1",
                        "tools/list",
                        "{'_meta':{'com.example/a':1,'com.example.mcp/x':2,'':3}}"),
            run -> run.legacy().call("1", "tools/list", "{'_meta':{'io.mcp/own':1}}")),
        must(
            "trace-context-format",
            run ->
                run.modern(
                    "1",
                    "tools/list",
                    "{'_meta':{'traceparent':"
                        + "'00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',"
                        + "'tracestate':'a=b,c@d=e','baggage':'a=b;c=d,e=f'}}",
                    "{}"),
            run -> run.modern("1", "tools/list", "{'_meta':{'traceparent':'00-abc-01'}}", "{}")),
        must(
            "cursor-opaque",
            run ->
                run.legacy()
                    .call("1", "tools/list", "{}", "{'tools':[],'nextCursor':''}")
                    .call("2", "tools/list", "{'cursor':''}"),
            run ->
                run.legacy()
                    .call("1", "tools/list", "{}", "{'tools':[],'nextCursor':'a1'}")
                    .call("2", "tools/list", "{'cursor':'a2'}")),
        must(
            "response-matches-request",
            run -> run.legacy().getStream().server(PING).respond("'id':'q1','result':{}"),
            run -> run.legacy().getStream().server(PING).respond("'id':0,'result':{}")),
        must(
            "one-response-per-request",
            run -> run.legacy().getStream().server(PING).respond("'id':'q1','result':{}"),
            run ->
                run.legacy()
                    .getStream()
                    .server(PING)
                    .respond("'id':'q1','result':{}")
                    .respond("'id':'q1','result':{}")),
        must(
            "ping-answered",
            run -> run.legacy().getStream().server(PING).respond("'id':'q1','result':{'_meta':{}}"),
            run -> run.legacy().getStream().server(PING).after(11_000).tools("1").after(1000)),
        should("client-progress-increases", run -> progress(run, 2), run -> progress(run, 1)),
        must(
            "cancel-own-request",
            run ->
                run.legacy()
                    .open("1", "tools/call", "{'name':'a'}", StreamEnd.SERVER)
                    .notify("notifications/cancelled", "{'requestId':1}"),
            run ->
                run.legacy()
                    .open("1", "tools/call", "{'name':'a'}", StreamEnd.SERVER)
                    .notify("notifications/cancelled", "{'requestId':'1'}")),
        should(
            "request-timeout",
            run ->
                run.legacy()
                    .open("1", "tools/call", "{'name':'a'}", StreamEnd.OPEN)
                    .after(60_000)
                    .notify("notifications/cancelled", "{'requestId':1}"),
            run ->
                run.legacy()
                    .open("1", "tools/call", "{'name':'a'}", StreamEnd.OPEN)
                    .after(700_000)),
        should(
            "list-after-change",
            run -> toolAdded(run).tools("3").call("4", "tools/call", "{'name':'extraTool'}"),
            run -> toolAdded(run).call("3", "tools/call", "{'name':'extraTool'}").tools("4")),
        should(
            "list-after-change",
            run -> toolAdded(run).call("3", "tools/call", "{'name':'addTool'}").tools("4"),
            run -> toolAdded(run).call("3", "tools/call", "{'name':'addTool'}")),
        note(
            "resource-read-after-update",
            run -> resourceUpdated(run).call("3", "resources/read", "{'uri':'a:b'}"),
            run -> resourceUpdated(run).call("3", "resources/read", "{'uri':'a:c'}")),
        should(
            "pages-to-the-end",
            run -> emptyCursor(run).modern("3", "tools/list", "{'cursor':''}", "{'tools':[]}"),
            run -> emptyCursor(run).modern("3", "prompts/list", "{}", "{'prompts':[]}")));
  }

  /** A client with the list of tools calls the one that adds another, and is notified. */
  static ScriptedRun toolAdded(ScriptedRun run) {
    return run.legacy()
        .getStream()
        .call("1", "tools/list", "{}", "{'tools':[{'name':'addTool'}]}")
        .call("2", "tools/call", "{'name':'addTool'}")
        .provoked("P30", "{'list':'tools'}")
        .server("'method':'notifications/tools/list_changed'");
  }

  private static ScriptedRun resourceUpdated(ScriptedRun run) {
    return run.legacy()
        .getStream()
        .call("1", "resources/read", "{'uri':'a:b'}")
        .call("2", "resources/subscribe", "{'uri':'a:b'}")
        .provoked("P31", "{'uri':'a:b'}")
        .server("'method':'notifications/resources/updated','params':{'uri':'a:b'}");
  }

  /** A client of 2026-07-28 received an empty cursor. */
  static ScriptedRun emptyCursor(ScriptedRun run) {
    return run.modern("1", "tools/list", "{}", "{'tools':[],'nextCursor':'a'}")
        .modern("2", "tools/list", "{'cursor':'a'}", "{'tools':[],'nextCursor':''}")
        .provoked("P59", "{'variant':'empty'}");
  }

  /** A client received the first page of a list. */
  static ScriptedRun firstPage(ScriptedRun run) {
    return run.legacy().call("1", "tools/list", "{}", "{'tools':[],'nextCursor':'a'}");
  }

  private static void progress(ScriptedRun run, int second) {
    run.legacy()
        .getStream()
        .exchangeRequest(
            "'q1'",
            "sampling/createMessage",
            "{'messages':[],'maxTokens':1,'_meta':{'progressToken':'p'}}")
        .notify("notifications/progress", "{'progressToken':'p','progress':1}")
        .notify("notifications/progress", "{'progressToken':'p','progress':" + second + "}")
        .respond(
            "'id':'q1','result':{'role':'assistant','model':'m','content':{'type':'text',"
                + "'text':'a'}}");
  }
}
