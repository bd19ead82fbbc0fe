package io.everythingmcp.server.protocol.stateful;

import static io.everythingmcp.server.protocol.stateful.SentClientRequests.Purpose.QUESTION;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.ClientCapability;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.NotificationFactory;
import io.everythingmcp.server.protocol.handlers.ExpectedInputResponse;
import io.everythingmcp.server.protocol.stateful.revision.RevisionView;
import io.everythingmcp.server.protocol.stateful.stream.ResponseStream;
import io.everythingmcp.server.protocol.stateful.stream.StreamLogResponseStream;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.SecureIds;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Questions to clients. What is needed to go on is kept in the store until the last answer is in;
 * whoever takes it out goes on, so a request goes on exactly once.
 */
final class ServerToClientRequests {
  private static final Duration SLACK = Duration.ofMinutes(1);
  private static final String ALL = "mcp:questions";

  /** The instance that asked looks at its own clock; others only step in where it has died. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final int BATCH = 100;

  private final StatefulContext context;
  private final KeyValueStore<RequestContinuation> pending;
  private final ExpiringSets members;
  private final Consumer<RequestContinuation> goOn;
  private final StatefulInputResponseReader reader = new StatefulInputResponseReader();

  /**
   * Questions.
   *
   * @param goOn goes on with a request whose questions are answered
   */
  ServerToClientRequests(StatefulContext context, Consumer<RequestContinuation> goOn) {
    this.context = context;
    this.pending = context.runtime().store().values("mcp:question:", RequestContinuation.class);
    this.members = context.runtime().store().members();
    this.goOn = goOn;
  }

  /** Why these questions cannot be asked in a session, or null when they can. */
  RequestOutcome.Failed impossible(Session session, RequestOutcome.InputRequired asks) {
    return asks.inputRequests().values().stream()
        .flatMap(question -> missing(session, question.requiredCapability()).stream())
        .findFirst()
        .orElse(null);
  }

  /** Why the client of a session cannot do something; nothing when it can. */
  static Optional<RequestOutcome.Failed> missing(Session session, ClientCapability needed) {
    boolean known = RevisionView.knows(session.revision(), needed);
    return known && session.client().supports(needed)
        ? Optional.empty()
        : Optional.of(
            new RequestOutcome.Failed(
                ErrorKind.MISSING_CLIENT_CAPABILITY,
                "This needs the client capability "
                    + needed.label()
                    + (known
                        ? ", which the client did not declare in initialize"
                        : ": revision "
                            + session.revision()
                            + ", which this session negotiated,"
                            + " does not have it; it came with "
                            + RevisionView.since(needed)),
                needed.toCapabilityObject()));
  }

  /** Asks, and puts the request aside until the answers are in. */
  void ask(
      Session session,
      RpcMessage.Request request,
      CallerIdentity caller,
      ResponseStream line,
      RequestOutcome.InputRequired asks) {
    Duration patience =
        asks.inputRequests().values().stream()
            .map(InputRequest::timeout)
            .max(Duration::compareTo)
            .orElseThrow();
    String name = SecureIds.random();
    List<String> keys = List.copyOf(asks.inputRequests().keySet());
    List<Integer> ids =
        context.sent().note(session.id(), QUESTION, name, keys, patience.plus(SLACK));
    if (ids.isEmpty()) {
      line.end();
      return;
    }
    RequestContinuation continuation =
        new RequestContinuation(
            name,
            session.id(),
            request.id(),
            request.method(),
            request.params(),
            caller,
            line.stream(),
            keys,
            ids,
            expected(asks),
            Map.of(),
            asks.requestState());
    pending.put(continuation.id(), continuation, patience.plus(SLACK));
    members.add(ALL, continuation.id(), patience.plus(GRACE));
    context
        .log()
        .works()
        .markAwaitingClient(session.id(), line.stream(), request.id(), continuation.id());
    new PendingClientRequest(this, context, continuation, line).wait(patience);
    Iterator<Integer> id = ids.iterator();
    for (InputRequest question : asks.inputRequests().values()) {
      line.send(WireJson.text(RevisionView.question(session.revision(), id.next(), question)));
    }
  }

  private static Map<String, ExpectedInputResponse> expected(RequestOutcome.InputRequired asks) {
    Map<String, ExpectedInputResponse> expected = new LinkedHashMap<>();
    asks.inputRequests()
        .forEach((key, question) -> expected.put(key, ExpectedInputResponse.to(question)));
    return expected;
  }

  /** Takes an answer; one that nobody waits for is dropped. Goes on when it was the last one. */
  void answered(Session session, SentClientRequests.Sent request, RpcMessage.Response response) {
    Optional<RequestContinuation> now =
        pending.update(
            request.subject(),
            continuation -> with(session, continuation, request.key(), response));
    now.filter(RequestContinuation::complete).flatMap(c -> take(c.id())).ifPresent(goOn);
  }

  private RequestContinuation with(
      Session session, RequestContinuation continuation, String key, RpcMessage.Response response) {
    return continuation.answered(
        key, reader.read(response, continuation.expected().get(key), session.revision()));
  }

  private Optional<RequestContinuation> take(String id) {
    Optional<RequestContinuation> taken = pending.take(id);
    members.remove(ALL, id);
    return taken;
  }

  /** Gives up waiting where the instance that asked has died. To be called now and then. */
  void expireOverdue() {
    for (String id : members.overdue(ALL, BATCH)) {
      Optional<RequestContinuation> known = pending.get(id);
      if (known.isEmpty()) {
        members.remove(ALL, id);
      }
      known.ifPresent(
          c ->
              expire(
                  id, new StreamLogResponseStream(context.log(), c.session(), c.stream()), null));
    }
  }

  /** Whether answers are still missing. */
  boolean waiting(String id) {
    return pending.get(id).isPresent();
  }

  /**
   * Gives up waiting and goes on with what there is; false when it had gone on already.
   *
   * @param patience how long it has waited; null where that is not known
   */
  boolean expire(String id, ResponseStream line, Duration patience) {
    Optional<RequestContinuation> late = take(id);
    late.ifPresent(
        continuation -> {
          String error =
              "The client did not answer "
                  + (patience == null ? "in time" : "within " + patience.toSeconds() + " s");
          RequestContinuation filled = continuation;
          for (String key : withdraw(continuation, line, "timed out")) {
            filled = filled.answered(key, new InputResponse(Map.of(), error));
          }
          goOn.accept(filled);
        });
    return late.isPresent();
  }

  /** Forgets a request because the client took it back; false when it had gone on already. */
  boolean forget(String id, ResponseStream line) {
    Optional<RequestContinuation> forgotten = take(id);
    forgotten.ifPresent(continuation -> withdraw(continuation, line, "the request was cancelled"));
    return forgotten.isPresent();
  }

  /** Forgets a request because its session is over. */
  void forget(String id) {
    pending.remove(id);
    members.remove(ALL, id);
  }

  private List<String> withdraw(
      RequestContinuation continuation, ResponseStream line, String reason) {
    List<String> open = new ArrayList<>(continuation.keys());
    open.removeAll(continuation.answers().keySet());
    for (String key : open) {
      int id = continuation.ids().get(continuation.keys().indexOf(key));
      context.sent().forget(continuation.session(), id);
      line.send(WireJson.text(NotificationFactory.cancelled(id, reason)));
    }
    return open;
  }
}
