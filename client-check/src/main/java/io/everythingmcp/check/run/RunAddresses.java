package io.everythingmcp.check.run;

import java.net.URI;

/**
 * Where the parts of a run are.
 *
 * @param base the base URI of the run
 */
public record RunAddresses(String base) {
  /** Returns the addresses of a run at a server. */
  public static RunAddresses of(String baseUri, String id) {
    return new RunAddresses(baseUri + "/check/runs/" + id);
  }

  public String mcp() {
    return base + "/mcp";
  }

  public String page() {
    return base;
  }

  public String report() {
    return base + "/report.json";
  }

  /** Returns the well-known address of the metadata of the MCP endpoint. */
  public String metadata() {
    URI uri = URI.create(mcp());
    return uri.getScheme()
        + "://"
        + uri.getRawAuthority()
        + "/.well-known/oauth-protected-resource"
        + uri.getRawPath();
  }

  /** The first authorization server of the run. */
  public String issuer() {
    return base + "/as";
  }

  /** The second one, to which a run may move. */
  public String secondIssuer() {
    return base + "/as2";
  }
}
