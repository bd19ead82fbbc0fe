package io.everythingmcp.conformance.broken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Faults of JSON-RPC errors. */
final class ErrorFaults {
  private ErrorFaults() {}

  static void add(Map<String, ServerFault> all) {
    all.put("errors/string-id", response("id-\u00e9-42", message -> message.put("id", "other")));
    all.put("errors/number-id", response("90210", message -> message.put("id", "90210")));
    all.put(
        "errors/error-format",
        FaultKinds.response(
            intercepted -> intercepted.is("conformance/no-such-thing"),
            message -> {
              message.withObject("/error").put("code", "E_METHOD");
              return message;
            }));
    all.put(
        "errors/unknown-method-in-session",
        FaultKinds.status(intercepted -> intercepted.is("conformance/unknown-here"), 200, 404));
    all.put(
        "errors/malformed-json",
        FaultKinds.status(intercepted -> intercepted.body.endsWith("\"id\":1,"), 400, 500));
    all.put(
        "errors/no-null-id",
        FaultKinds.response(
            intercepted -> intercepted.body.endsWith("\"id\":"), message -> message.putNull("id")));
    all.put(
        "errors/invalid-request",
        FaultKinds.instead(intercepted -> intercepted.body.equals("42"), 200, "{}"));
    all.put(
        "errors/unknown-tool",
        FaultKinds.success(
            intercepted -> intercepted.calls("no_such_tool_here"),
            "{'content':[],'isError':true}"));
    all.put(
        "errors/call-without-name",
        FaultKinds.success(
            intercepted ->
                intercepted.is("tools/call") && intercepted.at("/params/name").isMissingNode(),
            "{}"));
    all.put(
        "errors/arguments-invalid",
        FaultKinds.error(a -> a.at("/params/arguments/a").asText().equals("no number")));
    Predicate<InterceptedRequest> prompt = intercepted -> intercepted.is("prompts/get");
    Predicate<InterceptedRequest> unknown =
        prompt.and(a -> a.at("/params/name").asText().equals("no_such_prompt_here"));
    all.put("errors/unknown-prompt", FaultKinds.code(unknown, -32603));
    all.put(
        "errors/prompt-argument-missing", FaultKinds.code(prompt.and(unknown.negate()), -32603));
    Predicate<InterceptedRequest> reads = intercepted -> intercepted.is("resources/read");
    all.put(
        "errors/unknown-resource-in-session",
        FaultKinds.code(reads.and(a -> !a.stateless()), -32602));
    all.put(
        "errors/unknown-resource-stateless",
        FaultKinds.code(reads.and(InterceptedRequest::stateless), -32002));
    all.put(
        "errors/no-internal-details",
        FaultKinds.instead(
            intercepted -> intercepted.body.equals("[[[[]]]]"),
            400,
            "{'jsonrpc':'2.0','error':{'code':-32600,'message':'at"
                + " a.b.Servlet.doPost(Servlet.java:42)'}}"));
  }

  private static ServerFault response(String id, UnaryOperator<ObjectNode> change) {
    return FaultKinds.response(intercepted -> intercepted.at("/id").asText().equals(id), change);
  }
}
