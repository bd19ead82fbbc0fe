package io.everythingmcp.server.configuration.part;

/**
 * A part of a server, in the order in which parts are installed and in which requests meet them.
 */
public enum ServerPart {
  /** The endpoints of the protocol. */
  PROTOCOL("McpBundle"),
  /** The home page, {@code /health}, and the pages to which tools send users. */
  PAGES("PagesBundle"),
  /** Management, metrics and traces. */
  OPERATIONS("OperationsBundle"),
  /** The authorization server of this process. */
  AUTHORIZATION_SERVER("AuthorizationServerBundle"),
  /** Authentication in front of the endpoints. */
  RESOURCE_SERVER("ResourceServerBundle"),
  /** Rates, tenants and mounted servers, between authentication and the endpoints. */
  TENANTS("TenantBundle"),
  /** The features that the official conformance suite calls. */
  FIXTURES("McpServerFactory.fixtures");

  private final String bundle;

  ServerPart(String bundle) {
    this.bundle = bundle;
  }

  /** Returns the name of the bundle that provides the part. */
  public String bundle() {
    return bundle;
  }
}
