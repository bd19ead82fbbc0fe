package io.everythingmcp.check.journal;

import java.util.List;

/**
 * Facts about a run that are fixed at its start.
 *
 * @param startedAt in milliseconds since 1970
 * @param mcpUrl the MCP URL for the client
 * @param issuers the authorization servers of the run, the first one first
 * @param options options beside the preset
 */
public record RunFacts(
    String id,
    String preset,
    long startedAt,
    String mcpUrl,
    List<String> issuers,
    CheckRunOptions options) {
  public RunFacts {
    issuers = List.copyOf(issuers);
    options = options == null ? CheckRunOptions.NONE : options;
  }
}
