package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.protocol.stateful.stream.Attachment;
import io.everythingmcp.server.protocol.stateful.stream.LoggedLine;
import io.everythingmcp.server.protocol.stateful.stream.StreamPump;
import io.everythingmcp.server.session.Work;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks after clients that wait on a stream here for an answer from another instance. Where that
 * one has died they would wait until they lose patience; they are told that no answer will come.
 */
final class Watch {
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Context context;
  private final Questions questions;
  private Set<String> suspects = Set.of();

  Watch(Context context, Questions questions) {
    this.context = context;
    this.questions = questions;
  }

  /** Begins to look. */
  void begin() {
    context.runtime().workers().every(EVERY, this::look);
  }

  private void look() {
    questions.expireOverdue();
    context.attachments().check();
    Set<String> seen = new HashSet<>();
    for (String session : context.attachments().sessions()) {
      for (Attachment held : context.attachments().of(session)) {
        if (held instanceof StreamPump pump) {
          pump.requests().forEach(request -> look(session, request, seen));
        }
      }
    }
    suspects = seen;
  }

  private void look(String session, JsonNode request, Set<String> seen) {
    if (request.isNull() || context.attachments().worksOn(session, request)) {
      return;
    }
    context
        .log()
        .works()
        .find(session, request)
        .filter(work -> lost(session, work, seen))
        .ifPresent(work -> end(session, work));
  }

  /**
   * A question that is gone is being taken over at this moment, or was taken over by an instance
   * that died before it could say so: then it is still gone the next time.
   */
  private boolean lost(String session, Work work, Set<String> seen) {
    if (work.ended() || work.question() == null || questions.waiting(work.question())) {
      return context.log().works().orphaned(work);
    }
    String suspect = session + work.request() + work.question();
    seen.add(suspect);
    return suspects.contains(suspect);
  }

  private void end(String session, Work work) {
    RpcError error =
        RpcError.internal(
            "The instance that worked on this request died; whether it was done is not known");
    new LoggedLine(context.log(), session, work.stream())
        .answer(work.request(), Json.bytes(RpcMessage.error(work.request(), error)));
  }
}
