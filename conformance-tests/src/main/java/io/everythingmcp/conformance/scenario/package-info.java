/**
 * What a scenario is, and what it works with.
 *
 * <p>A scenario is one class with a {@link io.everythingmcp.conformance.scenario.ConformanceCheck}
 * on it, which says what is checked, how much weight it has and which sentence of the specification
 * wants it, and one method that does it. It speaks to the server through a {@link
 * io.everythingmcp.conformance.scenario.ScenarioContext}: conversations of either era, raw
 * requests, and {@code expect}. Everything that is sent and comes back is written down as evidence
 * without the scenario doing anything for it.
 *
 * <p>A scenario that lacks something says so before it begins ({@link
 * io.everythingmcp.conformance.scenario.ServerPrerequisite}) or as soon as it finds out ({@link
 * io.everythingmcp.conformance.scenario.NotApplicableException}); it never ends in silence without
 * having checked anything.
 *
 * <p>This package knows servers ({@code server}) and conversations ({@code talk}); it does not know
 * which scenarios there are, who runs them, nor how results are shown.
 */
package io.everythingmcp.conformance.scenario;
