package io.everythingmcp.check.journal;

/** What a request was sent to. */
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
  CONSENT,
  LOGIN,
  TOKEN,
  REGISTER,
  REVOKE,
  /** The document that a client's URL names: we were the ones who asked. */
  CLIENT_METADATA,
  /** A URL that no client should request: the network reference of a schema, an icon and such. */
  CANARY,
  OTHER;

  /** Whether JSON-RPC messages are posted to it. */
  public boolean takesMessages() {
    return this == MCP || this == MESSAGE;
  }

  /** Whether a person's browser is what asks for it. */
  public boolean isPage() {
    return this == AUTHORIZE || this == CONSENT || this == LOGIN;
  }
}
