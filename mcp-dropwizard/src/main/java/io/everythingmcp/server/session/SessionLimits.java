package io.everythingmcp.server.session;

import java.time.Duration;

/**
 * Limits of sessions.
 *
 * @param idle lifetime of an unused session
 * @param total maximum number on all instances
 * @param perCaller maximum number per authenticated caller
 * @param ping interval of pings to clients with an open stream; zero to disable
 */
public record SessionLimits(Duration idle, int total, int perCaller, Duration ping) {}
