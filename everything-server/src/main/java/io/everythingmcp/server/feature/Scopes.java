package io.everythingmcp.server.feature;

/** The OAuth scopes of this server; each one includes those before it. */
public final class Scopes {
  /** Lists and reads. */
  public static final String READ = "mcp:read";

  /** Calls of tools. */
  public static final String WRITE = "mcp:write";

  /** Changes that everybody sees. */
  public static final String ADMIN = "mcp:admin";

  private Scopes() {}
}
