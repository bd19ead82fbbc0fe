/**
 * The suite as JUnit tests: {@link io.everythingmcp.conformance.junit.McpConformance} on a JUnit
 * class makes each scenario a test of its own.
 *
 * <p>The module has JUnit as an optional dependency: only users of this package need it.
 */
package io.everythingmcp.conformance.junit;
