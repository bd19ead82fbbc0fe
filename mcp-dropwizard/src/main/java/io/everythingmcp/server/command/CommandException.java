package io.everythingmcp.server.command;

/** Failure of a command; the message explains the reason on one line. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the line for the caller. */
  public CommandException(String line) {
    super(line);
  }

  /** With the line for the caller, and its cause. */
  public CommandException(String line, Throwable cause) {
    super(line, cause);
  }
}
