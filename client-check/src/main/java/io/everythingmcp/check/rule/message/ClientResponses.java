package io.everythingmcp.check.rule.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.StreamEnd;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.JsonId;
import io.everythingmcp.check.view.ServerRequest;
import io.everythingmcp.check.view.SessionView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** B15 to B17: responses of the client to requests of the server. */
public final class ClientResponses {
  private static final long PROMPT = 10_000;

  private ClientResponses() {}

  /** B15. */
  public static void matches(JournalView view, RuleObservations seen) {
    seen.unless("the client sent no response");
    for (SessionView session : view.sessions()) {
      Map<ClientMessage, ServerRequest> wrong = new HashMap<>();
      for (ServerRequest request : session.serverRequests()) {
        request.mismatchedResponses().forEach(answer -> wrong.put(answer, request));
        for (ClientMessage answer : request.responses()) {
          if (answer.at() > request.cancelledAt()) {
            seen.note(answer, "a response after the request was cancelled", request.n());
          } else {
            seen.good(answer);
          }
        }
      }
      Map<String, ServerRequest> asked = new HashMap<>();
      session.serverRequests().forEach(request -> asked.put(request.key(), request));
      for (ClientMessage message : session.messages()) {
        if (!message.isResponse() || asked.containsKey(message.key()) || !processed(message)) {
          continue;
        }
        ServerRequest near = wrong.get(message);
        if (near == null) {
          seen.fail(message, "the id " + message.id() + ", with no request of the server open");
        } else {
          seen.fail(
              message,
              "the id " + message.id() + "; the open request has " + near.message().id(),
              near.n());
        }
      }
    }
  }

  private static boolean processed(ClientMessage message) {
    int status = message.exchange().response().status();
    return status < 500 && status != 401 && status != 403 && status != 404 && status != 429;
  }

  /** B16. */
  public static void once(JournalView view, RuleObservations seen) {
    seen.unless("the client responded to no request of the server");
    view.serverRequests()
        .forEach(
            request -> {
              List<ClientMessage> responses =
                  request.responses().stream().filter(ClientResponses::processed).toList();
              for (int i = 0; i < responses.size(); i++) {
                ClientMessage answer = responses.get(i);
                String wrong = problem(answer.json());
                ClientMessage first = responses.get(0);
                if (wrong != null) {
                  seen.fail(answer, wrong, request.n());
                } else if (i == 0) {
                  seen.good(answer);
                } else if (lost(first)) {
                  seen.note(
                      answer, "the same response again after its receipt was lost", first.n());
                } else {
                  seen.fail(answer, "a second response", first.n(), request.n());
                }
              }
            });
  }

  private static boolean lost(ClientMessage answer) {
    return answer.exchange().response().status() == 0
        || answer.exchange().response().end() == StreamEnd.ABORT;
  }

  private static String problem(JsonNode json) {
    if (json.has("result") && json.has("error")) {
      return "result and error in one response";
    }
    if (!json.has("error")) {
      return null;
    }
    if (!JsonId.isInteger(json.path("error").path("code"))) {
      return "the code of the error is " + json.path("error").path("code");
    }
    return json.path("error").path("message").isTextual()
        ? null
        : "the message of the error is " + json.path("error").path("message");
  }

  /** B17. */
  public static void ping(JournalView view, RuleObservations seen) {
    seen.unless("the server sent no ping");
    view.serverRequests()
        .filter(request -> request.method().equals("ping"))
        .filter(request -> request.mismatchedResponses().isEmpty())
        .forEach(
            request -> {
              if (request.responses().isEmpty()) {
                boolean late = view.now() - request.at() > PROMPT;
                boolean there = request.session().lastAt() > request.at() + PROMPT;
                if (late && there && request.delivered()) {
                  seen.fail(request.message().exchange(), "no response to ping within 10 seconds");
                }
                return;
              }
              ClientMessage answer = request.responses().get(0);
              if (!answer.json().path("result").isObject()) {
                seen.fail(answer, "a response without an object as result", request.n());
              } else if (answer.at() - request.at() > PROMPT) {
                seen.fail(
                    answer,
                    "a response after " + (answer.at() - request.at()) + " ms",
                    request.n());
              } else {
                seen.good(answer);
              }
            });
  }
}
