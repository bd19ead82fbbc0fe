package io.everythingmcp.conformance.scenario;

/** A rule was violated. */
public final class RequirementViolation extends AssertionError {
  private static final long serialVersionUID = 1;
  private final String expected;
  private final String actual;

  /**
   * Creates a violation.
   *
   * @param expected expected value
   * @param actual actual value; empty without one
   */
  public RequirementViolation(String expected, String actual) {
    super("expected " + expected + ", but it was " + orNothing(actual));
    this.expected = expected;
    this.actual = orNothing(actual);
  }

  private static String orNothing(String actual) {
    return actual.isBlank() ? "nothing" : actual;
  }

  public String expected() {
    return expected;
  }

  public String actual() {
    return actual;
  }
}
