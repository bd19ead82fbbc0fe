package io.everythingmcp.conformance.scenario;

/** A rule does not apply to the server; the message is the reason. */
public final class NotApplicableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotApplicableException(String why) {
    super(why);
  }
}
