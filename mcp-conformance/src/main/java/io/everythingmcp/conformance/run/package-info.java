/**
 * Runs scenarios: all of them ({@link io.everythingmcp.conformance.run.ScenarioCatalog}), the
 * selected ones ({@link io.everythingmcp.conformance.run.ScenarioSelection}), one after the other
 * ({@link io.everythingmcp.conformance.run.ScenarioRunner}).
 *
 * <p>A scenario whose rule exists in both eras runs once in each era that the server supports, with
 * the latest revision that fits, unless a revision is selected. Each run has a result: passed,
 * failed, or not applicable with the reason. An unexpected exception of a scenario is a failure of
 * the server, because an unexpected response caused it.
 */
package io.everythingmcp.conformance.run;
