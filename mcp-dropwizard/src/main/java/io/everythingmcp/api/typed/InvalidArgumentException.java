package io.everythingmcp.api.typed;

/** Arguments that cannot be passed to a feature; the message names the argument first. */
final class InvalidArgumentException extends Exception {
  private static final long serialVersionUID = 1;

  private final String problem;

  InvalidArgumentException(String problem) {
    super(problem);
    this.problem = problem;
  }

  @Override
  public String getMessage() {
    return problem;
  }
}
