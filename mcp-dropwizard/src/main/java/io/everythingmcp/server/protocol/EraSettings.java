package io.everythingmcp.server.protocol;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the configuration sets for eras.
 *
 * @param sessionTimeout idle timeout of a session
 * @param maxSessionsPerCaller maximum number of sessions of one caller
 * @param pingInterval the time between {@code ping} requests to a client with an open stream; zero
 *     for none
 * @param sessionIds makes session ids; empty for random ones
 */
public record EraSettings(
    Duration sessionTimeout,
    int maxSessionsPerCaller,
    Duration pingInterval,
    Optional<Supplier<String>> sessionIds) {}
