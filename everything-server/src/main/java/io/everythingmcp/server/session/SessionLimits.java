package io.everythingmcp.server.session;

import java.time.Duration;

/**
 * How many sessions there may be, and for how long.
 *
 * @param idle how long an unused session lives
 * @param total how many in all, on all instances
 * @param perCaller how many of one authenticated caller
 */
public record SessionLimits(Duration idle, int total, int perCaller) {}
