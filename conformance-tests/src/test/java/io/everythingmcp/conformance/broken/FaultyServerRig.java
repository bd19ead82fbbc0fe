package io.everythingmcp.conformance.broken;

import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.oauth.FormLogin;
import io.everythingmcp.conformance.oauth.OAuthDiscovery;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.oauth.PreregisteredClient;
import io.everythingmcp.conformance.oauth.UserLogin;
import io.everythingmcp.conformance.run.ScenarioCatalog;
import io.everythingmcp.conformance.run.ScenarioRunner;
import io.everythingmcp.conformance.run.ScenarioSelection;
import io.everythingmcp.conformance.scenario.CheckResult;
import io.everythingmcp.conformance.server.ServerDetection;
import io.everythingmcp.conformance.server.ServerProfile;
import io.everythingmcp.conformance.server.TargetServer;
import io.everythingmcp.conformance.server.TestCaller;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Server with a second instance, behind proxies that apply faults. */
final class FaultyServerRig implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(3500);

  private final List<BreakingProxy> proxies;
  private final ServerProfile profile;

  private FaultyServerRig(List<BreakingProxy> proxies, ServerProfile profile) {
    this.proxies = proxies;
    this.profile = profile;
  }

  /** Creates two instances, and two callers with API keys. */
  static FaultyServerRig before(URI one, URI two) {
    BreakingProxy first = BreakingProxy.before(one, 1);
    BreakingProxy second = BreakingProxy.before(two, 2);
    TargetServer server =
        TargetServer.at(first.uri().resolve("/mcp"))
            .alsoAt(second.uri().resolve("/mcp"))
            .by(TestCaller.apiKey("alice", IsolationFaults.FIRST))
            .andBy(TestCaller.apiKey("bob", IsolationFaults.SECOND))
            .timeout(PATIENCE)
            .sessionTimeout(Duration.ofSeconds(6));
    return new FaultyServerRig(List.of(first, second), ServerDetection.of(server));
  }

  /** Creates one instance, a user who logs in, and clients of each kind. */
  static FaultyServerRig withLogin(BreakingProxy proxy, PreregisteredClient known, URI document) {
    URI url = proxy.uri().resolve("/mcp");
    RawClient http = new RawClient(url);
    OAuthDiscovery found = OAuthDiscovery.of(http, url);
    UserLogin login = new FormLogin("alice");
    String token =
        OAuthFlow.register(http, found, login).tokens(found.scope()).path("access_token").asText();
    TargetServer server =
        TargetServer.at(url)
            .by(TestCaller.token("alice", token))
            .login(login)
            .client(known)
            .document(document)
            .timeout(PATIENCE);
    return new FaultyServerRig(List.of(proxy), ServerDetection.of(server));
  }

  /** Runs scenarios against a server with this fault. */
  List<CheckResult> run(ServerFault fault, String... ids) {
    proxies.forEach(proxy -> proxy.setFault(fault));
    try {
      return new ScenarioRunner(profile).run(ScenarioCatalog.all(), ScenarioSelection.only(ids));
    } finally {
      proxies.forEach(proxy -> proxy.setFault(ServerFault.NONE));
    }
  }

  @Override
  public void close() {
    proxies.forEach(BreakingProxy::close);
  }
}
