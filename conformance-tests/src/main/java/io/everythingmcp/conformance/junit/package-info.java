/**
 * The suite within somebody's own tests: {@link io.everythingmcp.conformance.junit.McpConformance}
 * on a JUnit class makes each scenario a test of its own.
 *
 * <p>The module has JUnit as an optional dependency: only who uses this package needs it.
 */
package io.everythingmcp.conformance.junit;
