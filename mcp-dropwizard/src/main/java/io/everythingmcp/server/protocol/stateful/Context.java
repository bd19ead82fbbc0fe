package io.everythingmcp.server.protocol.stateful;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.protocol.Inbound;
import io.everythingmcp.server.protocol.Operation;
import io.everythingmcp.server.protocol.RenderedLists;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.stateful.stream.Attachments;
import io.everythingmcp.server.session.EventLog;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.session.Sessions;
import io.everythingmcp.server.wire.RpcMessage;

/**
 * What everything in this era works with.
 *
 * @param runtime what both eras work with
 * @param sessions all sessions
 * @param log what was said on their streams
 * @param attachments what this instance holds for them
 * @param sent what was asked of their clients
 * @param lists pages of lists that were written before
 */
record Context(
    ServerRuntime runtime,
    Sessions sessions,
    EventLog log,
    Attachments attachments,
    SentRequests sent,
    RenderedLists lists) {

  Context(ServerRuntime runtime, Sessions sessions, EventLog log) {
    this(
        runtime,
        sessions,
        log,
        new Attachments(sessions),
        new SentRequests(runtime.store(), sessions),
        new RenderedLists());
  }

  /**
   * Says that a request has been worked on.
   *
   * @param problem what was wrong
   * @param code of the error that was answered, or 0
   */
  void measured(
      Session session,
      RpcMessage.Request request,
      CallerIdentity caller,
      long nanos,
      Operation.Problem problem,
      int code) {
    runtime
        .operations()
        .ended(
            () ->
                new Operation(
                    session.revision(),
                    channel(session, caller),
                    request,
                    caller,
                    session.id(),
                    nanos,
                    problem.word(),
                    code,
                    problem.reason()));
  }

  private static Inbound.Channel channel(Session session, CallerIdentity caller) {
    if (!session.singleChannel()) {
      return Inbound.Channel.STREAMABLE_HTTP;
    }
    return caller.method().equals("stdio") ? Inbound.Channel.STDIO : Inbound.Channel.HTTP_SSE;
  }
}
