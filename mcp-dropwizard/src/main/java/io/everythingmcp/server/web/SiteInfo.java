package io.everythingmcp.server.web;

import java.net.URI;

/**
 * URL and name of the site.
 *
 * @param baseUri public URL of this server, without a slash at the end
 * @param name display name
 */
public record SiteInfo(String baseUri, String name) {

  /** Returns the common prefix of all paths; empty if the server is at the root of its host. */
  public String root() {
    return URI.create(baseUri).getRawPath();
  }

  /** Returns the public host and port. */
  public String host() {
    return URI.create(baseUri).getRawAuthority();
  }

  /** Whether it is reached over https. */
  boolean https() {
    return baseUri.startsWith("https:");
  }
}
