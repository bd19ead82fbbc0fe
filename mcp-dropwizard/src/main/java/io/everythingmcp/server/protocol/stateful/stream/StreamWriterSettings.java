package io.everythingmcp.server.protocol.stateful.stream;

import java.time.Duration;

/**
 * What a pump moves.
 *
 * @param session the session
 * @param stream its stream
 * @param claims whether it carries what belongs to no request: then each event goes to one of the
 *     connections that do; otherwise this connection gets all of its stream
 * @param ids whether events carry ids, so that the client can resume
 * @param retry after which time the client is to come back where the server ends the connection
 *     before the stream is over; null for clients of revisions that know neither this nor the event
 *     that opens a stream
 */
record StreamWriterSettings(
    String session, String stream, boolean claims, boolean ids, Duration retry) {}
