package io.everythingmcp.server.session;

import java.time.Duration;

/**
 * How many sessions there may be, and for how long.
 *
 * @param idle how long an unused session lives
 * @param total how many in all, on all instances
 * @param perCaller how many of one authenticated caller
 * @param ping how often a client with an open stream is asked for a sign of life; zero for never
 */
public record SessionLimits(Duration idle, int total, int perCaller, Duration ping) {}
