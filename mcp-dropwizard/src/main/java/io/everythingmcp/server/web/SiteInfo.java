package io.everythingmcp.server.web;

import java.net.URI;

/**
 * Where the pages are, and whose.
 *
 * @param baseUri where clients find this server; no slash at the end
 * @param name what people call it
 */
public record SiteInfo(String baseUri, String name) {

  /** The path that all paths begin with; empty where the server has a host of its own. */
  public String root() {
    return URI.create(baseUri).getRawPath();
  }

  /** The host and port that people see in the address bar. */
  public String host() {
    return URI.create(baseUri).getRawAuthority();
  }

  /** Whether it is reached over https. */
  boolean https() {
    return baseUri.startsWith("https:");
  }
}
