/**
 * Runs scenarios: which there are ({@link io.everythingmcp.conformance.run.ScenarioCatalog}), which
 * are wanted ({@link io.everythingmcp.conformance.run.ScenarioSelection}), one after the other
 * ({@link io.everythingmcp.conformance.run.ScenarioRunner}).
 *
 * <p>A scenario whose rule exists in both eras runs once in each that the server speaks, with the
 * newest revision that fits, unless a certain revision is wanted. Whatever happens in it, an
 * outcome comes out: kept, not kept, or why it does not apply. What a scenario throws by accident
 * counts against the server, because it was caused by an unexpected response.
 */
package io.everythingmcp.conformance.run;
