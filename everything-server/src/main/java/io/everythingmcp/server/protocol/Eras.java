package io.everythingmcp.server.protocol;

/** Which eras a server serves. */
public enum Eras {
  BOTH,
  SESSIONFUL,
  STATELESS;

  public boolean sessionful() {
    return this != STATELESS;
  }

  public boolean stateless() {
    return this != SESSIONFUL;
  }
}
