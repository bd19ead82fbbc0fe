/**
 * What operators have: management, events, metrics, logs, limits, health. Each test looks at a real
 * process from outside, with the token of an operator.
 *
 * <p>What is promised is in {@code docs/operate/operations.md} and {@code
 * docs/reference/limits.md}.
 */
package io.everythingmcp.conformance.operations;
