package io.everythingmcp.check.journal;

import java.util.List;

/**
 * What is fixed when a run begins.
 *
 * @param startedAt in milliseconds since 1970
 * @param mcpUrl the URL that the client is given
 * @param issuers the authorization servers of the run, the first one first
 */
public record RunFacts(
    String id, String preset, long startedAt, String mcpUrl, List<String> issuers) {
  public RunFacts {
    issuers = List.copyOf(issuers);
  }
}
