package io.everythingmcp.server.protocol.stateful;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.protocol.CompletedOperation;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.RenderedListCache;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.stateful.stream.LocalActivityRegistry;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.session.SessionStore;
import io.everythingmcp.server.session.StreamLog;
import io.everythingmcp.server.wire.RpcMessage;

/**
 * Components of the stateful era.
 *
 * @param runtime components of both eras
 * @param sessions all sessions
 * @param log logs of the streams
 * @param attachments local activities of sessions
 * @param sent requests to the clients
 * @param lists cached list pages
 */
record StatefulContext(
    ServerRuntime runtime,
    SessionStore sessions,
    StreamLog log,
    LocalActivityRegistry attachments,
    SentClientRequests sent,
    RenderedListCache lists) {

  StatefulContext(ServerRuntime runtime, SessionStore sessions, StreamLog log) {
    this(
        runtime,
        sessions,
        log,
        new LocalActivityRegistry(sessions),
        new SentClientRequests(runtime.store(), sessions),
        new RenderedListCache());
  }

  /**
   * Describes a completed request for observers.
   *
   * @param problem the error
   * @param code JSON-RPC error code, or 0
   */
  CompletedOperation completed(
      Session session,
      RpcMessage.Request request,
      CallerIdentity caller,
      long nanos,
      CompletedOperation.Problem problem,
      int code) {
    return new CompletedOperation(
        session.revision(),
        channel(session, caller),
        request,
        caller,
        session.id(),
        nanos,
        problem.word(),
        code,
        problem.reason());
  }

  private static IncomingMessage.Channel channel(Session session, CallerIdentity caller) {
    if (!session.singleChannel()) {
      return IncomingMessage.Channel.STREAMABLE_HTTP;
    }
    return caller.method().equals("stdio")
        ? IncomingMessage.Channel.STDIO
        : IncomingMessage.Channel.HTTP_SSE;
  }
}
