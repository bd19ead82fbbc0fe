package io.everythingmcp.conformance.scenario;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.CapturedExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The result of one scenario in one revision.
 *
 * @param about the scenario
 * @param revision the tested revision; null if none was selected
 * @param status the status
 * @param expected the expected value; empty if it does not apply
 * @param actual the actual value, or the reason why it does not apply
 * @param evidence all requests and responses
 * @param at the time of the start
 * @param took the duration
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
