package io.everythingmcp.check.view;

import io.everythingmcp.check.journal.StreamEnd;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A request of the server to the client, in a session. */
public final class ServerRequest {
  private final SessionView session;
  private final ServerMessage message;
  final List<ClientMessage> responses = new ArrayList<>();
  final List<ClientMessage> mismatchedResponses = new ArrayList<>();
  long cancelledAt = Long.MAX_VALUE;

  ServerRequest(SessionView session, ServerMessage message) {
    this.session = session;
    this.message = message;
  }

  public SessionView session() {
    return session;
  }

  public ServerMessage message() {
    return message;
  }

  public String key() {
    return JsonId.key(message.id());
  }

  public String method() {
    return message.method();
  }

  /** Returns the exchange in whose stream it was sent. */
  public int n() {
    return message.exchange().n();
  }

  public long at() {
    return message.at();
  }

  /** Returns whether the client still had its stream open. */
  public boolean delivered() {
    return message.exchange().response().end() != StreamEnd.CLIENT
        || message.exchange().response().endedAt() > at() + JournalView.NO_ORDER;
  }

  /** Returns responses with its id, equal in type and value. */
  public List<ClientMessage> responses() {
    return Collections.unmodifiableList(responses);
  }

  /** Returns responses whose id is similar, but not equal in type and value. */
  public List<ClientMessage> mismatchedResponses() {
    return Collections.unmodifiableList(mismatchedResponses);
  }

  /** Returns when the server cancelled it, {@code Long.MAX_VALUE} if it did not. */
  public long cancelledAt() {
    return cancelledAt;
  }

  public boolean cancelled() {
    return cancelledAt != Long.MAX_VALUE;
  }
}
