package io.everythingmcp.server.protocol.stateful;

import static io.everythingmcp.server.protocol.stateful.SentClientRequests.Purpose.INPUT_REQUEST;

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
  RequestOutcome.Failed unsupportedInput(Session session, RequestOutcome.InputRequired required) {
    return required.inputRequests().values().stream()
        .flatMap(
            inputRequest -> missingCapability(session, inputRequest.requiredCapability()).stream())
        .findFirst()
        .orElse(null);
  }

  /** Returns the error for a capability that the client lacks; empty if it has the capability. */
  static Optional<RequestOutcome.Failed> missingCapability(
      Session session, ClientCapability needed) {
    boolean supported = RevisionView.supports(session.revision(), needed);
    return supported && session.client().supports(needed)
        ? Optional.empty()
        : Optional.of(
            new RequestOutcome.Failed(
                ErrorKind.MISSING_CLIENT_CAPABILITY,
                "This requires the client capability "
                    + needed.label()
                    + (supported
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
      ResponseStream stream,
      RequestOutcome.InputRequired required) {
    Duration timeout =
        required.inputRequests().values().stream()
            .map(InputRequest::timeout)
            .max(Duration::compareTo)
            .orElseThrow();
    String name = SecureIds.random();
    List<String> keys = List.copyOf(required.inputRequests().keySet());
    List<Integer> ids =
        context.sent().record(session.id(), INPUT_REQUEST, name, keys, timeout.plus(SLACK));
    if (ids.isEmpty()) {
      stream.end();
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
            stream.stream(),
            keys,
            ids,
            expected(required),
            Map.of(),
            required.requestState());
    pending.put(continuation.id(), continuation, timeout.plus(SLACK));
    members.add(ALL, continuation.id(), timeout.plus(GRACE));
    context
        .log()
        .inFlightRequests()
        .markAwaitingClient(session.id(), stream.stream(), request.id(), continuation.id());
    new PendingClientRequest(this, context, continuation, stream).register(timeout);
    Iterator<Integer> id = ids.iterator();
    for (InputRequest inputRequest : required.inputRequests().values()) {
      stream.send(
          WireJson.text(RevisionView.clientRequest(session.revision(), id.next(), inputRequest)));
    }
  }

  private static Map<String, ExpectedInputResponse> expected(
      RequestOutcome.InputRequired required) {
    Map<String, ExpectedInputResponse> expected = new LinkedHashMap<>();
    required
        .inputRequests()
        .forEach((key, inputRequest) -> expected.put(key, ExpectedInputResponse.to(inputRequest)));
    return expected;
  }

  /**
   * Accepts a response; discards it if no request waits for it.
   *
   * @return the request to resume, after its last response; empty while responses are missing
   */
  Optional<RequestContinuation> onResponse(
      Session session, SentClientRequests.Sent request, RpcMessage.Response response) {
    Optional<RequestContinuation> now =
        pending.update(
            request.subject(),
            continuation -> withResponse(session, continuation, request.key(), response));
    return now.filter(RequestContinuation::complete).flatMap(c -> removePending(c.id()));
  }

  private RequestContinuation withResponse(
      Session session, RequestContinuation continuation, String key, RpcMessage.Response response) {
    return continuation.withResponse(
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
      Optional<RequestContinuation> supported = pending.get(id);
      if (supported.isEmpty()) {
        members.remove(ALL, id);
      }
      supported.ifPresent(
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
   * @param timeout waiting time; null if unknown
   */
  boolean expire(String id, ResponseStream stream, Duration timeout) {
    Optional<RequestContinuation> late = removePending(id);
    late.ifPresent(
        continuation -> {
          String error =
              "The client did not respond "
                  + (timeout == null ? "in time" : "within " + timeout.toSeconds() + " s");
          RequestContinuation filled = continuation;
          for (String key : cancelClientRequests(continuation, stream, "timed out")) {
            filled = filled.withResponse(key, new InputResponse(Map.of(), error));
          }
          onTimeout.accept(filled);
        });
    return late.isPresent();
  }

  /** Removes a request that the client cancelled; returns false if it has already been resumed. */
  boolean discard(String id, ResponseStream stream) {
    Optional<RequestContinuation> removed = removePending(id);
    removed.ifPresent(
        continuation -> cancelClientRequests(continuation, stream, "the request was cancelled"));
    return removed.isPresent();
  }

  /** Removes a request whose session has ended. */
  void discard(String id) {
    pending.remove(id);
    members.remove(ALL, id);
  }

  private List<String> cancelClientRequests(
      RequestContinuation continuation, ResponseStream stream, String reason) {
    List<String> open = new ArrayList<>(continuation.keys());
    open.removeAll(continuation.responses().keySet());
    for (String key : open) {
      int id = continuation.ids().get(continuation.keys().indexOf(key));
      context.sent().remove(continuation.session(), id);
      stream.send(WireJson.text(NotificationFactory.cancelled(id, reason)));
    }
    return open;
  }
}
