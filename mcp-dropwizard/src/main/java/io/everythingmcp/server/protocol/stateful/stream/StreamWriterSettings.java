package io.everythingmcp.server.protocol.stateful.stream;

import java.time.Duration;

/**
 * Settings of an event stream writer.
 *
 * @param session the session
 * @param stream its stream
 * @param claims whether it sends unsolicited messages, each of which goes to one connection;
 *     otherwise it sends all events of its stream
 * @param ids whether events have ids for resumption
 * @param retry reconnection time if the server closes the connection early; null for revisions that
 *     support neither this nor the opening event
 */
record StreamWriterSettings(
    String session, String stream, boolean claims, boolean ids, Duration retry) {}
