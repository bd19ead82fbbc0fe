/**
 * Servers that violate one rule each: the counterparts of the scenarios.
 *
 * <p>For each scenario there is a {@link io.everythingmcp.conformance.broken.ServerFault}, and
 * {@link io.everythingmcp.conformance.broken.EveryCheckCanFailIT} asserts that this scenario fails
 * with the fault while the other scenarios of its area pass. A proxy in front of the server ({@link
 * io.everythingmcp.conformance.broken.BreakingProxy}) applies the fault by one change of a request
 * or a response.
 */
package io.everythingmcp.conformance.broken;
