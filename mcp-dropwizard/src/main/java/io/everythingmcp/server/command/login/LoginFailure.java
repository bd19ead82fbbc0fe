package io.everythingmcp.server.command.login;

/** Failed login; the message explains the reason and the remedy on one line. */
public final class LoginFailure extends Exception {
  private static final long serialVersionUID = 1L;

  LoginFailure(String line) {
    super(line.replaceAll("\\p{Cntrl}+", " "));
  }
}
