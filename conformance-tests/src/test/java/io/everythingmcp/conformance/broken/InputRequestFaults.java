package io.everythingmcp.conformance.broken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonTrees;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Faults of input requests, {@code requestState} and subscriptions. */
final class InputRequestFaults {
  private static final String ASKS = "test_input_required_result_elicitation";
  private static final String INVENTED = "eyJzdGVwIjo5OX0=";

  private InputRequestFaults() {}

  static void add(Map<String, ServerFault> all) {
    inputRequests(all);
    states(all);
    listeners(all);
  }

  private static JsonNode responses(InterceptedRequest intercepted) {
    return intercepted.at("/params/inputResponses");
  }

  private static void inputRequests(Map<String, ServerFault> all) {
    Predicate<InterceptedRequest> asks = intercepted -> intercepted.calls(ASKS);
    Predicate<InterceptedRequest> first =
        asks.and(intercepted -> responses(intercepted).isMissingNode());
    Predicate<InterceptedRequest> able = intercepted -> intercepted.body.contains("\"roots\"");
    all.put(
        "mrtr/input-required-result",
        FaultKinds.result(
            first.and(able),
            r -> r.path("inputRequests").forEach(q -> ((ObjectNode) q).put("id", 1))));
    all.put(
        "mrtr/only-declared-input-requests",
        FaultKinds.message(
            first.and(able.negate()),
            message ->
                message
                    .withObject("/params/_meta")
                    .set(
                        "io.modelcontextprotocol/clientCapabilities",
                        JsonTrees.object("{'elicitation':{}}"))));
    Predicate<InterceptedRequest> unknown =
        intercepted -> responses(intercepted).has("unknown-key");
    Predicate<InterceptedRequest> malformed =
        intercepted -> responses(intercepted).toString().contains("\"content\":7");
    Predicate<InterceptedRequest> missing =
        intercepted -> responses(intercepted).isObject() && responses(intercepted).isEmpty();
    Predicate<InterceptedRequest> good =
        asks.and(a -> responses(a).size() > 0).and(unknown.negate()).and(malformed.negate());
    all.put(
        "mrtr/input-responses-complete",
        FaultKinds.success(
            good, "{'resultType':'input_required','inputRequests':{},'requestState':'s'}"));
    all.put("mrtr/input-response-missing", FaultKinds.error(asks.and(missing)));
    all.put("mrtr/input-response-unknown", FaultKinds.error(unknown));
    all.put(
        "mrtr/input-response-malformed",
        FaultKinds.success(malformed, "{'resultType':'complete','content':[]}"));
    all.put(
        "mrtr/input-response-malformed-in-session",
        FaultKinds.message(
            intercepted -> intercepted.at("/result/content").isInt(),
            message -> message.withObject("/result").put("action", "decline").remove("content")));
  }

  private static void states(Map<String, ServerFault> all) {
    all.put("mrtr/request-state-tampered", acceptingForgedState(state -> !state.equals(INVENTED)));
    all.put("mrtr/request-state-forged", acceptingForgedState(state -> state.equals(INVENTED)));
    all.put(
        "mrtr/request-state-of-other-call",
        FaultKinds.message(
            intercepted ->
                intercepted.at("/params/requestState").isTextual()
                    && !intercepted.at("/params/name").asText().startsWith("test_input"),
            message ->
                message.withObject("/params").remove(List.of("requestState", "inputResponses"))));
  }

  /** Accepts request states that the server did not issue. */
  private static ServerFault acceptingForgedState(Predicate<String> which) {
    AtomicReference<String> given = new AtomicReference<>("");
    return new ServerFault() {
      @Override
      public void request(InterceptedRequest intercepted) {
        JsonNode state = intercepted.at("/params/requestState");
        if (intercepted.at("/params/name").asText().startsWith("test_input")
            && state.isTextual()
            && which.test(state.asText())) {
          intercepted.change(m -> m.withObject("/params").put("requestState", given.get()));
        }
      }

      @Override
      public ObjectNode message(InterceptedRequest intercepted, ObjectNode message) {
        if (message.at("/result/requestState").isTextual()) {
          given.set(message.at("/result/requestState").asText());
        }
        return message;
      }
    };
  }

  private static void listeners(Map<String, ServerFault> all) {
    all.put(
        "subscriptions/acknowledged-first",
        FaultKinds.response(
            id("listen-ack"), message -> message.put("method", "notifications/hello")));
    all.put(
        "subscriptions/subscription-id-type",
        FaultKinds.response(id("815"), message -> subscription(message, "815")));
    all.put("subscriptions/only-requested-notifications", changingRequestState("listen-prompts"));
    all.put("subscriptions/false-filter-not-acknowledged", changingRequestState("listen-false"));
    Predicate<ObjectNode> change =
        message -> message.path("method").asText().equals("notifications/tools/list_changed");
    all.put("subscriptions/list-changed-notified", FaultKinds.dropped(id("listen-tools"), change));
    all.put(
        "subscriptions/two-subscriptions",
        FaultKinds.response(id("listen-two"), message -> subscription(message, "listen-one")));
    all.put(
        "subscriptions/list-changed-notified-in-session",
        FaultKinds.dropped(StreamFaults::isGet, change));
    all.put(
        "subscriptions/subscribe-result",
        FaultKinds.error(intercepted -> intercepted.is("resources/unsubscribe")));
  }

  private static Predicate<InterceptedRequest> id(String id) {
    return intercepted -> intercepted.at("/id").asText().equals(id);
  }

  private static ObjectNode subscription(ObjectNode message, String id) {
    message.withObject("/params/_meta").put("io.modelcontextprotocol/subscriptionId", id);
    return message;
  }

  private static ServerFault changingRequestState(String id) {
    return FaultKinds.message(
        id(id),
        message -> message.withObject("/params/notifications").put("toolsListChanged", true));
  }
}
