package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.protocol.ServerExecutor;
import io.everythingmcp.server.protocol.stateful.stream.BatchResponseStream;
import io.everythingmcp.server.protocol.stateful.stream.LocalSessionActivity;
import io.everythingmcp.server.protocol.stateful.stream.ResponseStream;
import java.time.Duration;

/**
 * Request that waits for input responses, on the instance that sent the input requests: it can be
 * cancelled and times out.
 */
final class PendingClientRequest implements LocalSessionActivity {
  private final ServerToClientRequests clientRequests;
  private final StatefulContext context;
  private final RequestContinuation continuation;
  private final ResponseStream stream;
  private volatile ServerExecutor.Timer timer;

  PendingClientRequest(
      ServerToClientRequests clientRequests,
      StatefulContext context,
      RequestContinuation continuation,
      ResponseStream stream) {
    this.clientRequests = clientRequests;
    this.context = context;
    this.continuation = continuation;
    this.stream = stream;
  }

  /** Waits, without a thread. */
  void register(Duration timeout) {
    context.attachments().add(continuation.session(), this);
    timer =
        context
            .runtime()
            .executor()
            .schedule(
                timeout,
                () ->
                    context
                        .runtime()
                        .executor()
                        .execute(
                            () -> {
                              clientRequests.expire(continuation.id(), stream, timeout);
                              release();
                            }));
  }

  boolean belongsTo(RequestContinuation other) {
    return continuation.id().equals(other.id());
  }

  /** Stops waiting and returns the response stream on which the request continues. */
  ResponseStream release() {
    ServerExecutor.Timer running = timer;
    if (running != null) {
      running.cancel();
    }
    context.attachments().remove(continuation.session(), this);
    return stream;
  }

  @Override
  public boolean isObsolete() {
    return !clientRequests.isPending(continuation.id());
  }

  @Override
  public boolean handlesRequest(JsonNode requestId) {
    return continuation.requestId().equals(requestId);
  }

  @Override
  public boolean cancel(JsonNode requestId) {
    if (!continuation.requestId().equals(requestId)) {
      return false;
    }
    release();
    boolean discarded = clientRequests.discard(continuation.id(), stream);
    if (discarded) {
      stream.closeWithoutResponse(requestId);
    }
    return discarded;
  }

  @Override
  public void sessionEnded() {
    release();
    clientRequests.discard(continuation.id());
    if (stream instanceof BatchResponseStream batch) {
      batch.closeWithoutResponse(continuation.requestId());
    }
  }
}
