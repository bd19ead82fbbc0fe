package io.everythingmcp.conformance.broken;

import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.oauth.Discovery;
import io.everythingmcp.conformance.oauth.Flow;
import io.everythingmcp.conformance.oauth.FormLogin;
import io.everythingmcp.conformance.oauth.KnownClient;
import io.everythingmcp.conformance.oauth.Login;
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
  private static final Duration PATIENCE = Duration.ofMillis(3500);

  private final List<BreakingProxy> proxies;
  private final Profile profile;

  private Workbench(List<BreakingProxy> proxies, Profile profile) {
    this.proxies = proxies;
    this.profile = profile;
  }

  /** Two instances, and two callers with keys. */
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
    return new Workbench(List.of(first, second), Detection.of(server));
  }

  /** One instance, somebody who logs in, and clients of each kind. */
  static Workbench withLogin(BreakingProxy proxy, KnownClient known, URI document) {
    URI url = proxy.uri().resolve("/mcp");
    RawClient http = new RawClient(url);
    Discovery found = Discovery.of(http, url);
    Login login = new FormLogin("alice");
    String token =
        Flow.register(http, found, login).tokens(found.scope()).path("access_token").asText();
    Server server =
        Server.at(url)
            .by(Caller.token("alice", token))
            .login(login)
            .client(known)
            .document(document)
            .patience(PATIENCE);
    return new Workbench(List.of(proxy), Detection.of(server));
  }

  /** Runs scenarios against a server with this fault. */
  List<Outcome> run(Fault fault, String... ids) {
    proxies.forEach(proxy -> proxy.breaks(fault));
    try {
      return new Runner(profile).run(Catalog.all(), Selection.only(ids));
    } finally {
      proxies.forEach(proxy -> proxy.breaks(Fault.NONE));
    }
  }

  @Override
  public void close() {
    proxies.forEach(BreakingProxy::close);
  }
}
