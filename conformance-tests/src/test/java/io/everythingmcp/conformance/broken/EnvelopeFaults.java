package io.everythingmcp.conformance.broken;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonTrees;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Faults of requests of revision 2026-07-28 and of their responses. */
final class EnvelopeFaults {
  private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

  private EnvelopeFaults() {}

  static void add(Map<String, ServerFault> all) {
    refusals(all);
    names(all);
    results(all);
  }

  private static boolean discovers(InterceptedRequest intercepted) {
    return intercepted.is("server/discover");
  }

  private static JsonNode meta(InterceptedRequest intercepted) {
    return intercepted.at("/params/_meta");
  }

  private static void refusals(Map<String, ServerFault> all) {
    all.put(
        "stateless/meta-missing",
        FaultKinds.code(
            intercepted -> discovers(intercepted) && !meta(intercepted).has(CAPABILITIES), -32600));
    all.put(
        "stateless/client-info-optional",
        FaultKinds.error(
            intercepted ->
                meta(intercepted).has(CAPABILITIES)
                    && !meta(intercepted).has("io.modelcontextprotocol/clientInfo")));
    all.put(
        "stateless/version-header-missing",
        FaultKinds.code(a -> discovers(a) && !a.has("MCP-Protocol-Version"), -32602));
    all.put(
        "stateless/version-header-mismatch",
        FaultKinds.code(
            a -> discovers(a) && a.header("MCP-Protocol-Version").equals("2025-11-25"), -32602));
    all.put(
        "stateless/unsupported-version",
        FaultKinds.code(a -> a.header("MCP-Protocol-Version").equals("2099-01-01"), -32602));
    all.put(
        "stateless/method-header-missing",
        FaultKinds.code(a -> discovers(a) && !a.has("Mcp-Method"), -32602));
    all.put(
        "stateless/method-header-mismatch",
        FaultKinds.code(
            a -> a.has("Mcp-Method") && !a.header("Mcp-Method").equals(a.at("/method").asText()),
            -32602));
    all.put(
        "stateless/unknown-method",
        FaultKinds.status(a -> a.stateless() && a.is("conformance/no-such-method"), 404, 200));
    all.put(
        "stateless/removed-methods",
        FaultKinds.status(a -> a.stateless() && a.is("ping"), 404, 200));
    all.put("stateless/no-batch", FaultKinds.instead(a -> a.body.startsWith("[{"), 200, "[]"));
  }

  private static void names(Map<String, ServerFault> all) {
    Predicate<InterceptedRequest> calls =
        intercepted -> intercepted.stateless() && intercepted.is("tools/call");
    all.put(
        "stateless/name-header-missing",
        FaultKinds.code(calls.and(a -> !a.has("Mcp-Name")), -32602));
    all.put(
        "stateless/name-header-mismatch",
        FaultKinds.code(calls.and(a -> a.header("Mcp-Name").equals("something-else")), -32602));
    all.put(
        "stateless/name-header-bad-encoding",
        FaultKinds.code(calls.and(a -> a.header("Mcp-Name").contains("not!")), -32602));
    all.put(
        "stateless/name-header-encoded",
        FaultKinds.instead(
            calls.and(a -> a.header("Mcp-Name").matches("=.base64.[A-Za-z0-9+/=]*.=")),
            400,
            "{'jsonrpc':'2.0','id':1,'error':{'code':-32020,'message':'not the name'}}"));
    Predicate<InterceptedRequest> named =
        calls.and(a -> a.header("Mcp-Name").equals(a.at("/params/name").asText()));
    Predicate<InterceptedRequest> annotated =
        named.and(a -> a.headers.keySet().stream().anyMatch(EnvelopeFaults::isParam));
    all.put(
        "stateless/param-header-missing", FaultKinds.code(named.and(annotated.negate()), -32602));
    all.put("stateless/param-header-mismatch", FaultKinds.code(annotated, -32602));
  }

  private static boolean isParam(String header) {
    return header.toLowerCase(Locale.ROOT).startsWith("mcp-param-");
  }

  private static void results(Map<String, ServerFault> all) {
    all.put(
        "stateless/discover-result",
        FaultKinds.result(
            EnvelopeFaults::discovers,
            result -> result.putArray("supportedVersions").add("2025-11-25")));
    all.put(
        "stateless/no-session-id",
        FaultKinds.head(
            a -> a.session().equals("not-a-session"), head -> head.set("Mcp-Session-Id", "new")));
    Predicate<InterceptedRequest> prompts = intercepted -> intercepted.is("prompts/list");
    all.put(
        "stateless/result-types",
        FaultKinds.result(prompts, result -> result.remove("resultType")));
    all.put(
        "stateless/result-server-info",
        FaultKinds.result(prompts, result -> result.remove("_meta")));
    all.put(
        "stateless/cache-hints", FaultKinds.result(prompts, result -> result.put("ttlMs", "60")));
    all.put(
        "stateless/no-event-ids",
        FaultKinds.event(StreamFaults.token("ids"), event -> "id: 1\n" + event));
    all.put(
        "stateless/capabilities-per-request",
        FaultKinds.message(
            a -> a.stateless() && a.calls("test_input_required_result_elicitation"),
            message ->
                message
                    .withObject("/params/_meta")
                    .set(CAPABILITIES, JsonTrees.object("{'elicitation':{}}"))));
  }
}
