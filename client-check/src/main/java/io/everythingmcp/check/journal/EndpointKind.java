package io.everythingmcp.check.journal;

/** Kind of the target of a request. */
public enum EndpointKind {
  /** The URL of Streamable HTTP. */
  MCP,
  /** The stream of HTTP+SSE. */
  SSE,
  /** Where HTTP+SSE takes messages. */
  MESSAGE,
  RESOURCE_METADATA,
  /** A document of an authorization server, of OAuth or of OpenID Connect. */
  AUTHORIZATION_METADATA,
  AUTHORIZE,
  /** Pushed authorization requests (RFC 9126). */
  PUSHED_AUTHORIZATION,
  CONSENT,
  LOGIN,
  TOKEN,
  REGISTER,
  REVOKE,
  /** Client ID metadata document, which was requested by the run. */
  CLIENT_METADATA,
  /** A URL that no client should request: the network reference of a schema, an icon and such. */
  CANARY,
  OTHER;

  /** Whether JSON-RPC messages are posted to it. */
  public boolean takesMessages() {
    return this == MCP || this == MESSAGE;
  }

  /** Returns whether the request is sent by the browser of the user. */
  public boolean isPage() {
    return this == AUTHORIZE || this == CONSENT || this == LOGIN;
  }
}
