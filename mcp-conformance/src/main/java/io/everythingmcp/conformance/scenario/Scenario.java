package io.everythingmcp.conformance.scenario;

/**
 * A check: one class, with a {@link ConformanceCheck} on it.
 *
 * <p>Others may add theirs with {@link java.util.ServiceLoader}.
 */
public interface Scenario {
  /**
   * Does it.
   *
   * @throws RequirementViolation if the rule is violated
   * @throws NotApplicableException if it turns out not to apply
   */
  void run(ScenarioContext probe);
}
