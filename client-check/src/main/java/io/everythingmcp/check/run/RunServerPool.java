package io.everythingmcp.check.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The servers of runs, started when the first request comes. */
final class RunServerPool {
  /** So many at once; the one that was asked for longest ago ends, and starts anew if needed. */
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

  /** Presets that want the same of their server share one. */
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
