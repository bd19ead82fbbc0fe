package io.everythingmcp.server.protocol.sessionful;

import io.everythingmcp.server.protocol.RenderedLists;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.sessionful.stream.Attachments;
import io.everythingmcp.server.session.EventLog;
import io.everythingmcp.server.session.Sessions;

/**
 * What everything in this era works with.
 *
 * @param runtime what both eras work with
 * @param sessions all sessions
 * @param log what was said on their streams
 * @param attachments what this instance holds for them
 * @param lists pages of lists that were written before
 */
record Context(
    ServerRuntime runtime,
    Sessions sessions,
    EventLog log,
    Attachments attachments,
    RenderedLists lists) {

  Context(ServerRuntime runtime, Sessions sessions, EventLog log) {
    this(runtime, sessions, log, new Attachments(sessions), new RenderedLists());
  }
}
