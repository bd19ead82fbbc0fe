package io.everythingmcp.check.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Servers of runs, started at the first request. */
final class RunServerPool {
  /**
   * Maximum number of servers; the least recently used one is stopped, and restarted when needed.
   */
  private static final int MOST = 300;

  private final RunServers starter;
  private final Map<Key, RunServer> started = new LinkedHashMap<>(16, 0.75f, true);

  private record Key(String run, String name) {}

  RunServerPool(RunServers starter) {
    this.starter = starter;
  }

  synchronized RunServer server(CheckRun run, String name) {
    Key key = new Key(run.id(), name);
    RunServer known = started.get(key);
    if (known != null) {
      return known;
    }
    if (started.size() >= MOST) {
      started.remove(started.keySet().iterator().next()).close();
    }
    RunServer fresh = starter.start(settings(run, name));
    started.put(key, fresh);
    return fresh;
  }

  /** Presets with equal server settings share one server. */
  private static RunPreset.Server server(RunPreset preset, String name) {
    return preset.parts().stream()
        .filter(part -> name.equals("as2") ? part.server().login() : part.name().equals(name))
        .map(RunPreset::server)
        .findFirst()
        .orElse(preset.server());
  }

  private static RunServerSettings settings(CheckRun run, String name) {
    RunPreset.Server server = server(run.preset(), name);
    RunAddresses addresses = run.addresses();
    boolean second = name.equals("as2");
    String issuer = second ? addresses.secondIssuer() : addresses.issuer();
    return new RunServerSettings(
        "check." + run.id() + (name.equals("main") ? "" : "." + name),
        addresses.base(),
        server.login() ? issuer : "",
        server.eras(),
        server.pageSize(),
        server.accessTokenSeconds(),
        server.tools());
  }

  synchronized void close(String run) {
    List<Key> keys = started.keySet().stream().filter(key -> key.run().equals(run)).toList();
    keys.forEach(key -> started.remove(key).close());
  }
}
