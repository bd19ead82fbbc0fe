package io.everythingmcp.conformance.broken;

import io.everythingmcp.conformance.run.Catalog;
import io.everythingmcp.conformance.run.Runner;
import io.everythingmcp.conformance.run.Selection;
import io.everythingmcp.conformance.scenario.Outcome;
import io.everythingmcp.conformance.server.Caller;
import io.everythingmcp.conformance.server.Detection;
import io.everythingmcp.conformance.server.Profile;
import io.everythingmcp.conformance.server.Server;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A server, a second instance of it, and somebody to spoil what they say. */
final class Workbench implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(2500);

  private final BreakingProxy first;
  private final BreakingProxy second;
  private final Profile profile;

  private Workbench(BreakingProxy first, BreakingProxy second, Profile profile) {
    this.first = first;
    this.second = second;
    this.profile = profile;
  }

  static Workbench before(URI one, URI two) {
    BreakingProxy first = BreakingProxy.before(one, 1);
    BreakingProxy second = BreakingProxy.before(two, 2);
    Server server =
        Server.at(first.uri().resolve("/mcp"))
            .alsoAt(second.uri().resolve("/mcp"))
            .by(Caller.apiKey("alice", IsolationFaults.FIRST))
            .andBy(Caller.apiKey("bob", IsolationFaults.SECOND))
            .patience(PATIENCE)
            .sessionTimeout(Duration.ofSeconds(6));
    return new Workbench(first, second, Detection.of(server));
  }

  /** Runs scenarios against a server with this fault. */
  List<Outcome> run(Fault fault, String... ids) {
    first.breaks(fault);
    second.breaks(fault);
    try {
      return new Runner(profile).run(Catalog.all(), Selection.only(ids));
    } finally {
      first.breaks(Fault.NONE);
      second.breaks(Fault.NONE);
    }
  }

  @Override
  public void close() {
    first.close();
    second.close();
  }
}
