package io.everythingmcp.server.command.login;

/** There is no token, and the message tells on one line why, and what to do. */
public final class LoginFailure extends Exception {
  private static final long serialVersionUID = 1L;

  LoginFailure(String line) {
    super(line.replaceAll("\\p{Cntrl}+", " "));
  }
}
