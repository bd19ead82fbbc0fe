/**
 * Operation: management, events, metrics, logs, limits, health. Each test uses a separate process
 * and the management token.
 *
 * <p>The documented behaviour is in {@code docs/operate/operations.md} and {@code
 * docs/reference/limits.md}.
 */
package io.everythingmcp.conformance.operations;
