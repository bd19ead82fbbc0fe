package io.everythingmcp.check.rule.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.schema.FormSchema;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.PublishedRevisions;
import io.everythingmcp.check.view.ServerRequest;
import io.everythingmcp.check.view.SessionView;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** L07 to L10, L12, L13, L17: responses to roots, sampling and elicitation requests in sessions. */
public final class ServerToClientRequestRules {
  private static final Set<Integer> LEGAL_ERRORS = Set.of(-1, -32602, -32603);
  private static final long PROGRAM = 60_000;
  private static final long PERSON = 10 * 60_000;

  private ServerToClientRequestRules() {}

  /** Returns whether the client declared the capability that a request needs. */
  static boolean declared(ServerRequest request) {
    JsonNode capabilities = request.session().clientCapabilities();
    JsonNode params = request.message().params();
    return switch (request.method()) {
      case "roots/list" -> capabilities.has("roots");
      case "sampling/createMessage" ->
          capabilities.has("sampling")
              && (!params.has("tools") || capabilities.path("sampling").has("tools"));
      case "elicitation/create" -> {
        JsonNode modes = capabilities.path("elicitation");
        boolean url = params.path("mode").asText("form").equals("url");
        yield modes.isObject() && (url ? modes.has("url") : modes.isEmpty() || modes.has("form"));
      }
      default -> true;
    };
  }

  private static boolean toClient(ServerRequest request) {
    return request.method().equals("roots/list")
        || request.method().equals("sampling/createMessage")
        || request.method().equals("elicitation/create");
  }

  /** L07. */
  public static void declaredServed(JournalView view, RuleObservations seen) {
    seen.unless("no input was requested that the client had declared");
    view.serverRequests()
        .filter(request -> toClient(request) && declared(request))
        .filter(request -> request.mismatchedResponses().isEmpty())
        .forEach(
            request -> {
              if (request.responses().isEmpty()) {
                silence(view, request, seen);
                return;
              }
              ClientMessage answer = request.responses().get(0);
              if (!answer.json().has("error")) {
                seen.good(answer);
                return;
              }
              int code = answer.json().path("error").path("code").asInt();
              if (code == -32601) {
                seen.fail(answer, "-32601 to " + request.method(), request.n());
              } else if (LEGAL_ERRORS.contains(code)) {
                seen.good(answer);
              } else {
                seen.note(answer, "the error " + code + " to " + request.method(), request.n());
              }
            });
  }

  private static void silence(JournalView view, ServerRequest request, RuleObservations seen) {
    long limit = request.method().equals("roots/list") ? PROGRAM : PERSON;
    SessionView session = request.session();
    boolean there = session.lastAt() > request.at() + limit;
    if (request.cancelled() || !request.delivered()) {
      return;
    }
    if (there && view.now() - request.at() > limit) {
      seen.fail(
          request.message().exchange(),
          "no response to " + request.method() + " for " + limit / 1000 + " seconds");
    } else if (view.finished() && session.deletedBy() == null) {
      seen.unless("the run ended before the timeout of the response");
    } else {
      seen.unless("a request of the server is open");
    }
  }

  /** L08. */
  public static void undeclaredRefused(JournalView view, RuleObservations seen) {
    seen.unless("no input was requested that the client had not declared");
    view.serverRequests()
        .filter(request -> toClient(request) && !declared(request))
        .filter(request -> !request.responses().isEmpty())
        .forEach(
            request -> {
              ClientMessage answer = request.responses().get(0);
              boolean elicitation = request.method().equals("elicitation/create");
              boolean mode =
                  elicitation
                      && request.session().clientCapabilities().has("elicitation")
                      && PublishedRevisions.V2025_11.equals(request.session().revision());
              int best = mode ? -32602 : -32601;
              if (!answer.json().has("error")) {
                if (request.method().equals("roots/list")) {
                  seen.note(answer, "roots, though they were not declared", request.n());
                } else {
                  seen.fail(answer, "a result, though it was not declared", request.n());
                }
                return;
              }
              int code = answer.json().path("error").path("code").asInt();
              if (code == best) {
                seen.good(answer);
              } else {
                seen.warn(answer, "the error " + code + " instead of " + best, request.n());
              }
            });
  }

  /** The first check of L09. */
  public static void roots(JournalView view, RuleObservations seen) {
    seen.unless("roots were not requested");
    judge(view, "roots/list", seen, (request, result) -> InputResultFormats.roots(result));
  }

  /** The first check of L10. */
  public static void elicitation(JournalView view, RuleObservations seen) {
    seen.unless("no elicitation got a response");
    judge(
        view,
        "elicitation/create",
        seen,
        (request, result) -> InputResultFormats.elicitation(request.message().params(), result));
  }

  /** The second check of L10. */
  public static void formContent(JournalView view, RuleObservations seen) {
    seen.unless("no form was accepted");
    results(view, "elicitation/create")
        .forEach(
            answered -> {
              JsonNode schema = answered.request().message().params().path("requestedSchema");
              JsonNode result = answered.response().json().path("result");
              if (!schema.isObject() || !result.path("action").asText().equals("accept")) {
                return;
              }
              JsonNode content = result.path("content");
              if (!content.isObject() && schema.path("required").isEmpty()) {
                return;
              }
              FormSchema.problem(
                      schema, content.isObject() ? content : JsonNodeFactory.instance.objectNode())
                  .ifPresentOrElse(
                      wrong -> seen.warn(answered.response(), wrong, answered.request().n()),
                      () -> seen.good(answered.response()));
            });
  }

  /** L12. */
  public static void sampling(JournalView view, RuleObservations seen) {
    seen.unless("no sampling request got a result");
    judge(
        view,
        "sampling/createMessage",
        seen,
        (request, result) -> InputResultFormats.sampling(result, request.session().revision()));
  }

  /** L13. */
  public static void samplingTools(JournalView view, RuleObservations seen) {
    seen.unless("no sampling request with tools got a response");
    results(view, "sampling/createMessage")
        .filter(answered -> answered.request().message().params().has("tools"))
        .filter(answered -> declared(answered.request()))
        .forEach(
            answered ->
                judge(
                    answered,
                    InputResultFormats.toolUse(
                        answered.request().message().params(),
                        answered.response().json().path("result")),
                    seen));
  }

  /** L17. */
  public static void relatedTask(JournalView view, RuleObservations seen) {
    String key = "io.modelcontextprotocol/related-task";
    seen.unless("no request of the server belonged to a task");
    view.serverRequests()
        .filter(request -> request.message().params().path("_meta").has(key))
        .filter(request -> !request.responses().isEmpty())
        .forEach(
            request -> {
              JsonNode asked = request.message().params().path("_meta").path(key);
              ClientMessage answer = request.responses().get(0);
              JsonNode related = answer.json().path("result").path("_meta").path(key);
              if (answer.json().has("error")) {
                return;
              }
              if (related.path("taskId").equals(asked.path("taskId"))) {
                seen.good(answer);
              } else {
                seen.fail(
                    answer,
                    "related-task is " + (related.isMissingNode() ? "absent" : related),
                    request.n());
              }
            });
  }

  private record Answered(ServerRequest request, ClientMessage response) {}

  private static Stream<Answered> results(JournalView view, String method) {
    return view.serverRequests()
        .filter(request -> request.method().equals(method) && !request.responses().isEmpty())
        .map(request -> new Answered(request, request.responses().get(0)))
        .filter(answered -> answered.response().json().path("result").isObject());
  }

  private static void judge(
      JournalView view,
      String method,
      RuleObservations seen,
      BiFunction<ServerRequest, JsonNode, String> shape) {
    results(view, method)
        .forEach(
            answered ->
                judge(
                    answered,
                    shape.apply(answered.request(), answered.response().json().path("result")),
                    seen));
  }

  private static void judge(Answered answered, String wrong, RuleObservations seen) {
    if (wrong == null) {
      seen.good(answered.response());
    } else {
      seen.fail(answered.response(), wrong, answered.request().n());
    }
  }
}
