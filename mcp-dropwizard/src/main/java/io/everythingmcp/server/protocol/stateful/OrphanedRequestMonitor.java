package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.protocol.stateful.stream.EventStreamWriter;
import io.everythingmcp.server.protocol.stateful.stream.LocalSessionActivity;
import io.everythingmcp.server.protocol.stateful.stream.StreamLogResponseStream;
import io.everythingmcp.server.session.InFlightRequest;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Monitors clients that wait on a stream of this instance for a response from another instance. If
 * that instance has failed, they receive an error instead of waiting for their timeout.
 */
final class OrphanedRequestMonitor {
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final StatefulContext context;
  private final ServerToClientRequests clientRequests;
  private Set<String> suspects = Set.of();

  OrphanedRequestMonitor(StatefulContext context, ServerToClientRequests clientRequests) {
    this.context = context;
    this.clientRequests = clientRequests;
  }

  /** Starts the monitor. */
  void start() {
    context.runtime().executor().scheduleAtFixedRate(EVERY, this::check);
  }

  private void check() {
    clientRequests.expireOverdue();
    context.attachments().poll();
    Set<String> seen = new HashSet<>();
    for (String session : context.attachments().sessions()) {
      for (LocalSessionActivity held : context.attachments().activitiesOf(session)) {
        if (held instanceof EventStreamWriter writer) {
          writer.requests().forEach(request -> check(session, request, seen));
        }
      }
    }
    suspects = seen;
  }

  private void check(String session, JsonNode request, Set<String> seen) {
    if (request.isNull() || context.attachments().handlesRequest(session, request)) {
      return;
    }
    context
        .log()
        .inFlightRequests()
        .find(session, request)
        .filter(work -> isOrphaned(session, work, seen))
        .ifPresent(work -> end(session, work));
  }

  /**
   * A missing continuation is either being taken over at this moment, or the instance that took it
   * over failed; in the second case it is still missing at the next check.
   */
  private boolean isOrphaned(String session, InFlightRequest work, Set<String> seen) {
    if (work.ended()
        || work.continuation() == null
        || clientRequests.isPending(work.continuation())) {
      return context.log().inFlightRequests().isOrphaned(work);
    }
    String suspect = session + work.request() + work.continuation();
    seen.add(suspect);
    return suspects.contains(suspect);
  }

  private void end(String session, InFlightRequest work) {
    RpcError error =
        RpcError.internal("The instance processing this request failed; the outcome is unknown");
    new StreamLogResponseStream(context.log(), session, work.stream())
        .sendResponse(work.request(), WireJson.bytes(RpcMessage.error(work.request(), error)));
  }
}
