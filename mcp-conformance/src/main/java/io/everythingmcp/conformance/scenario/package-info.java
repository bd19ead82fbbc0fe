/**
 * Scenarios and their context.
 *
 * <p>A scenario is one class with a {@link io.everythingmcp.conformance.scenario.ConformanceCheck}
 * on it, which contains the title, the requirement level and the link to the specification, and one
 * method that performs the check. It sends requests to the server through a {@link
 * io.everythingmcp.conformance.scenario.ScenarioContext}: conversations of either era, raw
 * requests, and {@code expect}. All requests and responses are recorded as evidence automatically.
 *
 * <p>A scenario whose prerequisites are missing is skipped before it begins ({@link
 * io.everythingmcp.conformance.scenario.ServerPrerequisite}) or as soon as this is detected ({@link
 * io.everythingmcp.conformance.scenario.NotApplicableException}); it never passes without having
 * checked anything.
 *
 * <p>This package depends on servers ({@code server}) and clients ({@code client}), not on concrete
 * scenarios, their runner or the reports.
 */
package io.everythingmcp.conformance.scenario;
