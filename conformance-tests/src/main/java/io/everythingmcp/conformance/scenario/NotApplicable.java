package io.everythingmcp.conformance.scenario;

/** A rule does not apply to the server; the message says why. */
public final class NotApplicable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotApplicable(String why) {
    super(why);
  }
}
