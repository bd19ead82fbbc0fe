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
  private final ServerToClientRequests questions;
  private final StatefulContext context;
  private final RequestContinuation continuation;
  private final ResponseStream line;
  private volatile ServerExecutor.Timer timer;

  PendingClientRequest(
      ServerToClientRequests questions,
      StatefulContext context,
      RequestContinuation continuation,
      ResponseStream line) {
    this.questions = questions;
    this.context = context;
    this.continuation = continuation;
    this.line = line;
  }

  /** Waits, without a thread. */
  void register(Duration patience) {
    context.attachments().add(continuation.session(), this);
    timer =
        context
            .runtime()
            .executor()
            .schedule(
                patience,
                () ->
                    context
                        .runtime()
                        .executor()
                        .execute(
                            () -> {
                              questions.expire(continuation.id(), line, patience);
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
    return line;
  }

  @Override
  public boolean isObsolete() {
    return !questions.isPending(continuation.id());
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
    boolean forgotten = questions.discard(continuation.id(), line);
    if (forgotten) {
      line.closeWithoutResponse(requestId);
    }
    return forgotten;
  }

  @Override
  public void sessionEnded() {
    release();
    questions.discard(continuation.id());
    if (line instanceof BatchResponseStream batch) {
      batch.closeWithoutResponse(continuation.requestId());
    }
  }
}
