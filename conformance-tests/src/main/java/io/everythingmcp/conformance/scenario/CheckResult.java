package io.everythingmcp.conformance.scenario;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.CapturedExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How one scenario ended in one revision.
 *
 * @param about the scenario
 * @param revision the revision that was spoken; null if it did not get that far
 * @param status how it ended
 * @param expected what should have come; empty where there is nothing to say
 * @param actual the observed value, or why it does not apply
 * @param evidence all requests and responses
 * @param at when it began
 * @param took how long it took
 */
public record CheckResult(
    ScenarioInfo about,
    SpecRevision revision,
    CheckStatus status,
    String expected,
    String actual,
    List<CapturedExchange> evidence,
    Instant at,
    Duration took) {

  /** Returns the address of the rule in the tested revision. */
  public String rule() {
    return RuleLink.of(about.rule(), revision);
  }

  /** Whether it is a failure or a warning. */
  public boolean isBad() {
    return status == CheckStatus.FAILURE || status == CheckStatus.WARNING;
  }
}
