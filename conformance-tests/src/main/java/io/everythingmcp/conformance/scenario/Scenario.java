package io.everythingmcp.conformance.scenario;

/**
 * A check: one class, with a {@link Check} on it.
 *
 * <p>Others may add theirs with {@link java.util.ServiceLoader}.
 */
public interface Scenario {
  /**
   * Does it.
   *
   * @throws Unmet if the rule is not kept
   * @throws NotApplicable if it turns out not to apply
   */
  void run(Probe probe);
}
