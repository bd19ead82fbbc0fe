package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.protocol.Workers;
import io.everythingmcp.server.protocol.stateful.stream.Attachment;
import io.everythingmcp.server.protocol.stateful.stream.BatchLine;
import io.everythingmcp.server.protocol.stateful.stream.ReplyLine;
import java.time.Duration;

/**
 * A request that waits for answers: on the instance that asked, it can be cancelled and runs out of
 * patience.
 */
final class Parked implements Attachment {
  private final Questions questions;
  private final Context context;
  private final Continuation continuation;
  private final ReplyLine line;
  private volatile Workers.Timer timer;

  Parked(Questions questions, Context context, Continuation continuation, ReplyLine line) {
    this.questions = questions;
    this.context = context;
    this.continuation = continuation;
    this.line = line;
  }

  /** Waits, without a thread. */
  void wait(Duration patience) {
    context.attachments().add(continuation.session(), this);
    timer =
        context
            .runtime()
            .workers()
            .after(
                patience,
                () ->
                    context
                        .runtime()
                        .workers()
                        .surely(
                            () -> {
                              questions.expire(continuation.id(), line, patience);
                              release();
                            }));
  }

  boolean belongsTo(Continuation other) {
    return continuation.id().equals(other.id());
  }

  /** Waits no longer; gives the line, on which it goes on where it goes on here. */
  ReplyLine release() {
    Workers.Timer running = timer;
    if (running != null) {
      running.cancel();
    }
    context.attachments().remove(continuation.session(), this);
    return line;
  }

  @Override
  public boolean stale() {
    return !questions.waiting(continuation.id());
  }

  @Override
  public boolean worksOn(JsonNode requestId) {
    return continuation.requestId().equals(requestId);
  }

  @Override
  public boolean cancel(JsonNode requestId) {
    if (!continuation.requestId().equals(requestId)) {
      return false;
    }
    release();
    boolean forgotten = questions.forget(continuation.id(), line);
    if (forgotten) {
      line.abandon(requestId);
    }
    return forgotten;
  }

  @Override
  public void sessionEnded() {
    release();
    questions.forget(continuation.id());
    if (line instanceof BatchLine batch) {
      batch.abandon(continuation.requestId());
    }
  }
}
