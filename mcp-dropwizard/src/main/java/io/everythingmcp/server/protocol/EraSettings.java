package io.everythingmcp.server.protocol;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the configuration sets for eras.
 *
 * @param sessionTimeout how long a session is kept without a request
 * @param maxSessionsPerCaller how many sessions one caller may have
 * @param pingInterval the time between {@code ping} requests to a client with an open stream; zero
 *     for none
 * @param sessionIds makes session ids; empty for random ones
 */
public record EraSettings(
    Duration sessionTimeout,
    int maxSessionsPerCaller,
    Duration pingInterval,
    Optional<Supplier<String>> sessionIds) {}
