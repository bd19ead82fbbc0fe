package io.everythingmcp.check.run;

/**
 * The server that a run wants.
 *
 * @param id names what it stores
 * @param baseUri where the client finds it; its MCP endpoint is {@code /mcp} behind it
 * @param issuer where its authorization server is; empty where no login is required
 * @param eras which revisions it serves
 * @param pageSize how many entries a page of a list has; 0 for the default
 * @param accessTokenSeconds how long an access token is valid; 0 for the default
 * @param tools names of tools that only the client check has
 */
public record RunServerSettings(
    String id,
    String baseUri,
    String issuer,
    RunEras eras,
    int pageSize,
    int accessTokenSeconds,
    java.util.List<String> tools) {
  public RunServerSettings {
    tools = java.util.List.copyOf(tools);
  }

  /** Whether a client needs an access token. */
  public boolean login() {
    return !issuer.isEmpty();
  }
}
