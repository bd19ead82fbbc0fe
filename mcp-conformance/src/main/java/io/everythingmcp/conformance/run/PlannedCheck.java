package io.everythingmcp.conformance.run;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioInfo;
import java.util.Optional;

/**
 * A check to be run in one revision.
 *
 * @param scenario what is run
 * @param about its metadata
 * @param revision the revision; empty if the server supports none that has the rule
 * @param inapplicable why there is no revision; empty if there is one
 */
public record PlannedCheck(
    Scenario scenario, ScenarioInfo about, Optional<SpecRevision> revision, String inapplicable) {}
