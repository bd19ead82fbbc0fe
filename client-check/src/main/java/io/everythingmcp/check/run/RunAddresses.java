package io.everythingmcp.check.run;

import io.everythingmcp.check.fault.WholeResponse;
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

  /** Puts the URL of the run into the challenge, the one that clients use without a challenge. */
  void nameMetadata(WholeResponse response) {
    String challenge = response.headers().get("WWW-Authenticate");
    if (challenge != null) {
      String own = base + "/.well-known/oauth-protected-resource/mcp";
      response.headers().put("WWW-Authenticate", challenge.replace(own, metadata()));
    }
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
