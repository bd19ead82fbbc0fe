package io.everythingmcp.conformance.broken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Faults of JSON-RPC errors. */
final class ErrorFaults {
  private ErrorFaults() {}

  static void add(Map<String, Fault> all) {
    all.put("errors/string-id", answered("id-\u00e9-42", message -> message.put("id", "other")));
    all.put("errors/number-id", answered("90210", message -> message.put("id", "90210")));
    all.put(
        "errors/shape",
        Kinds.answer(
            asked -> asked.is("conformance/no-such-thing"),
            message -> {
              message.withObject("/error").put("code", "E_METHOD");
              return message;
            }));
    all.put(
        "errors/unknown-method",
        Kinds.status(asked -> asked.is("conformance/unknown-here"), 200, 404));
    all.put(
        "errors/malformed-json", Kinds.status(asked -> asked.body.endsWith("\"id\":1,"), 400, 500));
    all.put(
        "errors/no-null-id",
        Kinds.answer(asked -> asked.body.endsWith("\"id\":"), message -> message.putNull("id")));
    all.put("errors/invalid-request", Kinds.instead(asked -> asked.body.equals("42"), 200, "{}"));
    all.put(
        "errors/unknown-tool",
        Kinds.success(asked -> asked.calls("no_such_tool_here"), "{'content':[],'isError':true}"));
    all.put(
        "errors/call-without-name",
        Kinds.success(
            asked -> asked.is("tools/call") && asked.at("/params/name").isMissingNode(), "{}"));
    all.put(
        "errors/arguments-invalid",
        Kinds.error(a -> a.at("/params/arguments/a").asText().equals("no number")));
    Predicate<Asked> prompt = asked -> asked.is("prompts/get");
    Predicate<Asked> unknown =
        prompt.and(a -> a.at("/params/name").asText().equals("no_such_prompt_here"));
    all.put("errors/unknown-prompt", Kinds.code(unknown, -32603));
    all.put("errors/prompt-argument-missing", Kinds.code(prompt.and(unknown.negate()), -32603));
    Predicate<Asked> reads = asked -> asked.is("resources/read");
    all.put("errors/unknown-resource", Kinds.code(reads.and(a -> !a.stateless()), -32602));
    all.put("errors/unknown-resource-stateless", Kinds.code(reads.and(Asked::stateless), -32002));
    all.put(
        "errors/nothing-internal",
        Kinds.instead(
            asked -> asked.body.equals("[[[[]]]]"),
            400,
            "{'jsonrpc':'2.0','error':{'code':-32600,'message':'at"
                + " a.b.Servlet.doPost(Servlet.java:42)'}}"));
  }

  private static Fault answered(String id, UnaryOperator<ObjectNode> change) {
    return Kinds.answer(asked -> asked.at("/id").asText().equals(id), change);
  }
}
