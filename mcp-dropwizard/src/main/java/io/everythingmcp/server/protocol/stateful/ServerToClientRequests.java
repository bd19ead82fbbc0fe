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
 * Input requests to clients. The continuation of a request is in the store until the last response
 * has arrived; the instance that removes it resumes the request, so that a request is resumed
 * exactly once.
 */
final class ServerToClientRequests {
  private static final Duration SLACK = Duration.ofMinutes(1);
  private static final String ALL = "mcp:questions";

  /**
   * The instance that sent the input requests uses its own clock; other instances act only after it
   * has failed.
   */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final int BATCH = 100;

  private final StatefulContext context;
  private final KeyValueStore<RequestContinuation> pending;
  private final ExpiringSets members;
  private final Consumer<RequestContinuation> onTimeout;
  private final StatefulInputResponseReader reader = new StatefulInputResponseReader();

  /**
   * Creates the component.
   *
   * @param onTimeout resumes a request whose input responses have not arrived in time
   */
  ServerToClientRequests(StatefulContext context, Consumer<RequestContinuation> onTimeout) {
    this.context = context;
    this.pending = context.runtime().store().values("mcp:question:", RequestContinuation.class);
    this.members = context.runtime().store().members();
    this.onTimeout = onTimeout;
  }

  /** Returns why input requests are not possible in a session, or null if they are. */
  RequestOutcome.Failed unsupportedInput(Session session, RequestOutcome.InputRequired asks) {
    return asks.inputRequests().values().stream()
        .flatMap(question -> missingCapability(session, question.requiredCapability()).stream())
        .findFirst()
        .orElse(null);
  }

  /** Returns the error for a capability that the client lacks; empty if it has the capability. */
  static Optional<RequestOutcome.Failed> missingCapability(
      Session session, ClientCapability needed) {
    boolean known = RevisionView.knows(session.revision(), needed);
    return known && session.client().supports(needed)
        ? Optional.empty()
        : Optional.of(
            new RequestOutcome.Failed(
                ErrorKind.MISSING_CLIENT_CAPABILITY,
                "This requires the client capability "
                    + needed.label()
                    + (known
                        ? ", which the client did not declare in initialize"
                        : ": revision "
                            + session.revision()
                            + ", which this session negotiated,"
                            + " does not support it; it was introduced in "
                            + RevisionView.since(needed)),
                needed.toCapabilityObject()));
  }

  /** Sends the input requests and suspends the request until the responses have arrived. */
  void sendInputRequests(
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
        context.sent().record(session.id(), QUESTION, name, keys, patience.plus(SLACK));
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
        .inFlightRequests()
        .markAwaitingClient(session.id(), line.stream(), request.id(), continuation.id());
    new PendingClientRequest(this, context, continuation, line).register(patience);
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

  /**
   * Accepts a response; discards it if no request waits for it.
   *
   * @return the request to resume, after its last response; empty while responses are missing
   */
  Optional<RequestContinuation> answered(
      Session session, SentClientRequests.Sent request, RpcMessage.Response response) {
    Optional<RequestContinuation> now =
        pending.update(
            request.subject(),
            continuation -> withResponse(session, continuation, request.key(), response));
    return now.filter(RequestContinuation::complete).flatMap(c -> removePending(c.id()));
  }

  private RequestContinuation withResponse(
      Session session, RequestContinuation continuation, String key, RpcMessage.Response response) {
    return continuation.answered(
        key, reader.read(response, continuation.expected().get(key), session.revision()));
  }

  private Optional<RequestContinuation> removePending(String id) {
    Optional<RequestContinuation> taken = pending.take(id);
    members.remove(ALL, id);
    return taken;
  }

  /** Times out requests whose instance has failed. Must be called periodically. */
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

  /** Returns whether responses are still missing. */
  boolean isPending(String id) {
    return pending.get(id).isPresent();
  }

  /**
   * Stops waiting and resumes with the responses so far; returns false if the request has already
   * been resumed.
   *
   * @param patience waiting time; null if unknown
   */
  boolean expire(String id, ResponseStream line, Duration patience) {
    Optional<RequestContinuation> late = removePending(id);
    late.ifPresent(
        continuation -> {
          String error =
              "The client did not respond "
                  + (patience == null ? "in time" : "within " + patience.toSeconds() + " s");
          RequestContinuation filled = continuation;
          for (String key : cancelClientRequests(continuation, line, "timed out")) {
            filled = filled.answered(key, new InputResponse(Map.of(), error));
          }
          onTimeout.accept(filled);
        });
    return late.isPresent();
  }

  /** Removes a request that the client cancelled; returns false if it has already been resumed. */
  boolean discard(String id, ResponseStream line) {
    Optional<RequestContinuation> forgotten = removePending(id);
    forgotten.ifPresent(
        continuation -> cancelClientRequests(continuation, line, "the request was cancelled"));
    return forgotten.isPresent();
  }

  /** Removes a request whose session has ended. */
  void discard(String id) {
    pending.remove(id);
    members.remove(ALL, id);
  }

  private List<String> cancelClientRequests(
      RequestContinuation continuation, ResponseStream line, String reason) {
    List<String> open = new ArrayList<>(continuation.keys());
    open.removeAll(continuation.answers().keySet());
    for (String key : open) {
      int id = continuation.ids().get(continuation.keys().indexOf(key));
      context.sent().remove(continuation.session(), id);
      line.send(WireJson.text(NotificationFactory.cancelled(id, reason)));
    }
    return open;
  }
}
