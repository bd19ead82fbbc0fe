package io.everythingmcp.server.protocol.sessionful.stream;

import java.time.Duration;

/**
 * What a pump moves.
 *
 * @param session the session
 * @param stream its stream
 * @param claims whether other connections share the stream: then each event goes to one of them;
 *     otherwise this connection gets all
 * @param ids whether events carry ids, so that the client can resume
 * @param priming whether the opening of a stream is an event of its own, with this time to come
 *     back after; null if not
 */
record PumpTarget(String session, String stream, boolean claims, boolean ids, Duration priming) {}
