package io.everythingmcp.conformance.scenario;

/** A rule was not kept. */
public final class Unmet extends AssertionError {
  private static final long serialVersionUID = 1;
  private final String expected;
  private final String came;

  public Unmet(String expected, String came) {
    super("expected " + expected + ", but it was " + came);
    this.expected = expected;
    this.came = came;
  }

  public String expected() {
    return expected;
  }

  public String came() {
    return came;
  }
}
