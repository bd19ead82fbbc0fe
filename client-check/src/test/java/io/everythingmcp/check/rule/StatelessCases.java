package io.everythingmcp.check.rule;

import static io.everythingmcp.check.rule.RuleCase.must;
import static io.everythingmcp.check.rule.RuleCase.note;
import static io.everythingmcp.check.rule.RuleCase.should;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.StreamEnd;
import java.util.List;

/** Clients for the rules of 2026-07-28, without those about input requests. */
final class StatelessCases {
  private static final String ANNOTATED =
      "{'tools':[{'name':'a','inputSchema':{'type':'object','properties':{'region':"
          + "{'type':'string','x-mcp-header':'Region'},'count':{'type':'integer',"
          + "'x-mcp-header':'Count'}}}}]}";

  private static final String INVALID =
      "{'tools':[{'name':'a','inputSchema':{'type':'object'}},{'name':'bad','inputSchema':"
          + "{'type':'object','properties':{'x':{'type':'number','x-mcp-header':'X'}}}}]}";

  private static final String DONE = "{'resultType':'complete','content':[]}";

  private StatelessCases() {}

  static List<RuleCase> all() {
    return List.of(
        must(
            "sep-2575-client-populates-meta",
            run -> run.modern("1", "tools/list", "{}", "{}"),
            run ->
                run.modernRaw(
                    "{'jsonrpc':'2.0','id':1,'method':'tools/list','params':{'_meta':{"
                        + "'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
                        + "'io.modelcontextprotocol/clientInfo':{'name':'a','version':'1'}}}}",
                    "tools/list",
                    "{}",
                    400,
                    "")),
        should(
            "sep-2575-client-sends-client-info",
            run -> run.modern("1", "tools/list", "{}", "{}"),
            run ->
                run.modernRaw(
                    "{'jsonrpc':'2.0','id':1,'method':'tools/list','params':{'_meta':{"
                        + "'io.modelcontextprotocol/protocolVersion':'2026-07-28',"
                        + "'io.modelcontextprotocol/clientCapabilities':{}}}}",
                    "tools/list",
                    "{}",
                    200,
                    "{'jsonrpc':'2.0','id':1,'result':{}}")),
        must(
            "sep-2575-http-version-header-matches-meta",
            run ->
                run.with("MCP-Protocol-Version", " 2026-07-28 ")
                    .modern("1", "tools/list", "{}", "{}"),
            run ->
                run.with("MCP-Protocol-Version", "2025-11-25")
                    .modernError("1", "tools/list", "{}", "{'code':-32020,'message':'m'}")),
        must(
            "sep-2243-client-includes-standard-headers",
            run -> run.modern("1", "tools/list", "{}", "{}"),
            run ->
                run.with("Mcp-Method", "Tools/List")
                    .modernError("1", "tools/list", "{}", "{'code':-32020,'message':'m'}")),
        must(
            "mcp-name-header",
            run ->
                run.with("Mcp-Name", "=?base64?Yg==?=")
                    .modern("1", "tools/call", "{'name':'b'}", DONE),
            run -> run.with("Mcp-Name", null).modern("1", "tools/call", "{'name':'b'}", DONE)),
        must(
            "header-value-encoding",
            run ->
                run.with("Mcp-Name", "=?base64?w6Q=?=")
                    .modern("1", "tools/call", "{'name':'\u00e4'}", DONE),
            run ->
                run.with("Mcp-Name", "=?base64?w6Q?=")
                    .modern("1", "tools/call", "{'name':'\u00e4'}", DONE)),
        must(
            "sep-2243-client-mirrors-designated-params",
            run -> mirrored(run, "42.0"),
            run -> mirrored(run, "43")),
        must(
            "sep-2243-client-reject-invalid-tool",
            run ->
                run.modern("1", "tools/list", "{}", INVALID)
                    .modern("2", "tools/call", "{'name':'a'}", DONE),
            run ->
                run.modern("1", "tools/list", "{}", INVALID)
                    .modern("2", "tools/call", "{'name':'bad','arguments':{'x':1}}", DONE)),
        must(
            "no-response-posted",
            run -> run.modern("1", "tools/list", "{}", "{}"),
            run ->
                run.modernRaw("{'jsonrpc':'2.0','id':1,'result':{}}", "tools/list", "{}", 400, "")),
        should(
            "no-legacy-remains",
            run ->
                run.modern("1", "tools/list", "{}", "{}").modern("2", "prompts/list", "{}", "{}"),
            run ->
                run.modern("1", "tools/list", "{}", "{}")
                    .with("Mcp-Session-Id", "s")
                    .modern("2", "prompts/list", "{}", "{}")),
        should(
            "listen-instead-of-polling",
            run ->
                run.modernStream(
                    "1", "subscriptions/listen", "{'notifications':{}}", StreamEnd.OPEN),
            run -> {
              for (int i = 1; i < 9; i++) {
                run.modern("" + i, "tools/list", "{}", "{}").after(5000);
              }
            }),
        must(
            "subscription-filter",
            run -> subscribe(run, "{'toolsListChanged':true,'resourceSubscriptions':['a:b']}"),
            run -> subscribe(run, "{'toolsListChanged':'yes'}")),
        note(
            "cache-fresh",
            run ->
                run.modern("1", "tools/list", "{}", "{'tools':[],'ttlMs':1000}")
                    .after(2000)
                    .modern("2", "tools/list", "{}", "{'tools':[],'ttlMs':1000}"),
            run ->
                run.modern("1", "tools/list", "{}", "{'tools':[],'ttlMs':10000}")
                    .after(2000)
                    .modern("2", "tools/list", "{}", "{'tools':[],'ttlMs':10000}")),
        must("cache-jitter", run -> polls(run, 700), run -> polls(run, 0)),
        must("log-level-known", run -> level(run, "notice"), run -> level(run, "warn")),
        should(
            "sep-2575-client-retry-supported-version",
            run -> refusedVersion(run).modern("2", "tools/list", "{}", "{}"),
            run ->
                refusedVersion(run).initialize("2025-11-25", "{}", "2025-11-25", ScriptedRun.ALL)),
        should(
            "list-after-header-mismatch",
            run ->
                mismatch(run)
                    .modern("2", "tools/list", "{}", "{}")
                    .modern("3", "tools/call", "{'name':'a'}", DONE),
            run -> mismatch(run).modern("3", "tools/call", "{'name':'a'}", DONE)),
        should(
            "era-remembered",
            run -> run.modern("'p'", "server/discover", "{}", "{}"),
            run ->
                run.modern("'p1'", "server/discover", "{}", "{}")
                    .modern("'p2'", "server/discover", "{}", "{}")
                    .modern("'p3'", "server/discover", "{}", "{}")),
        must(
            "icon-without-credentials",
            run -> run.other(EndpointKind.CANARY, "GET", "/canary/icon/1", "", 200, ""),
            run ->
                run.with("Authorization", "Bearer x")
                    .other(EndpointKind.CANARY, "GET", "/canary/icon/1", "", 200, "")),
        must(
            "sep-2106-no-network-ref-deref",
            StatelessCases::reference,
            run -> {
              reference(run);
              run.other(EndpointKind.CANARY, "GET", "/canary/schema/1", "", 200, "{}");
            }),
        must(
            "extension-prefix",
            run ->
                run.modernCapabilities("{'extensions':{'com.example/a':{}}}")
                    .modern("1", "tools/list", "{}", "{}"),
            run ->
                run.modernCapabilities("{'extensions':{'tasks':{}}}")
                    .modern("1", "tools/list", "{}", "{}")));
  }

  private static void mirrored(ScriptedRun run, String count) {
    run.modern("1", "tools/list", "{}", ANNOTATED)
        .with("Mcp-Param-Count", count)
        .modern("2", "tools/call", "{'name':'a','arguments':{'region':null,'count':42}}", DONE);
  }

  private static void subscribe(ScriptedRun run, String filter) {
    run.modernStream(
        "1", "subscriptions/listen", "{'notifications':" + filter + "}", StreamEnd.OPEN);
  }

  private static void polls(ScriptedRun run, long jitter) {
    subscribe(run, "{}");
    for (int i = 2; i < 16; i++) {
      run.modern("" + i, "tools/list", "{}", "{'tools':[],'ttlMs':0}")
          .after(5000 + jitter * (i % 3));
    }
  }

  private static void level(ScriptedRun run, String level) {
    run.modern(
        "1", "tools/list", "{'_meta':{'io.modelcontextprotocol/logLevel':'" + level + "'}}", "{}");
  }

  private static ScriptedRun refusedVersion(ScriptedRun run) {
    String body =
        "{'jsonrpc':'2.0','id':1,'method':'tools/list','params':{'_meta':{"
            + "'io.modelcontextprotocol/protocolVersion':'2099-01-01',"
            + "'io.modelcontextprotocol/clientCapabilities':{},"
            + "'io.modelcontextprotocol/clientInfo':{'name':'script','version':'1'}}}}";
    return run.with("MCP-Protocol-Version", "2099-01-01")
        .modernRaw(
            body,
            "tools/list",
            "{}",
            400,
            "{'jsonrpc':'2.0','id':1,'error':{'code':-32022,'message':'m','data':{'supported':"
                + "['2026-07-28'],'requested':'2099-01-01'}}}");
  }

  private static ScriptedRun mismatch(ScriptedRun run) {
    return run.modernError(
            "1", "tools/call", "{'name':'a'}", "{'code':-32020,'message':'Mcp-Param-Region'}")
        .provoked("P27", "{}");
  }

  private static void reference(ScriptedRun run) {
    run.modern(
        "1",
        "tools/list",
        "{}",
        "{'tools':[{'name':'a','inputSchema':{'type':'object','properties':{'x':"
            + "{'$ref':'http://localhost/canary/schema/1'}}}}]}");
  }
}
