package io.everythingmcp.check.fault;

/**
 * A change that a server announces to the clients subscribed to it.
 *
 * @param resource URI of the changed resource; empty if the list of prompts changed
 */
public record ServerChange(String resource) {
  /** The list of prompts changed. */
  public static final ServerChange PROMPTS = new ServerChange("");
}
