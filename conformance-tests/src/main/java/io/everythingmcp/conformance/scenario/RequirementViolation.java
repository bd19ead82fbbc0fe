package io.everythingmcp.conformance.scenario;

/** A rule was not kept. */
public final class RequirementViolation extends AssertionError {
  private static final long serialVersionUID = 1;
  private final String expected;
  private final String came;

  /**
   * Creates a violation.
   *
   * @param expected expected value
   * @param came actual value; empty without one
   */
  public RequirementViolation(String expected, String came) {
    super("expected " + expected + ", but it was " + said(came));
    this.expected = expected;
    this.came = said(came);
  }

  private static String said(String came) {
    return came.isBlank() ? "nothing" : came;
  }

  public String expected() {
    return expected;
  }

  public String came() {
    return came;
  }
}
