package io.everythingmcp.server.assembly;

import io.dropwizard.core.setup.Environment;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.configuration.part.PartRules;
import io.everythingmcp.server.configuration.part.ServerPart;
import jakarta.servlet.Servlet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Installs the parts of a server in the order in which a request passes them, regardless of the
 * order of their bundles: authentication before tenants. All bundles are added before any of them
 * runs, so the first one that runs can detect missing ones.
 */
public final class ServerAssembly {
  private final Set<ServerPart> added = EnumSet.noneOf(ServerPart.class);
  private final Map<ServerPart, Installer> waiting = new EnumMap<>(ServerPart.class);

  /** Puts a part on its paths. */
  @FunctionalInterface
  public interface Installer {
    /** Does it. */
    void install(McpConfiguration configuration, Environment environment);
  }

  /** The application has this part. */
  public void add(ServerPart part) {
    if (!added.add(part)) {
      throw new IllegalStateException("A " + part.bundle() + " was added before; add it once");
    }
  }

  /** The parts that the application has. */
  public Set<ServerPart> parts() {
    return Collections.unmodifiableSet(added);
  }

  /** Ends with an exception when the configuration needs what the application does not have. */
  public void check(McpConfiguration configuration) {
    PartRules.missing(configuration, added)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
  }

  /**
   * The bundle of a part runs: the part is installed now, when it is the endpoints, and otherwise
   * when the last bundle runs.
   */
  public void run(
      ServerPart part,
      McpConfiguration configuration,
      Environment environment,
      Installer installer) {
    check(configuration);
    if (part == ServerPart.PROTOCOL) {
      installer.install(configuration, environment);
      waiting.put(part, (now, done) -> {});
    } else {
      waiting.put(part, installer);
    }
    if (waiting.keySet().containsAll(added)) {
      waiting.values().forEach(next -> next.install(configuration, environment));
      waiting.values().clear();
    }
  }

  /** The parts that the application has. */
  public Set<ServerPart> parts(boolean fixtures) {
    Set<ServerPart> parts = EnumSet.copyOf(added);
    if (fixtures) {
      parts.add(ServerPart.FIXTURES);
    }
    return parts;
  }

  /** Puts a servlet on a path. */
  public static void servlet(Environment environment, String name, Servlet servlet, String path) {
    var registration = environment.servlets().addServlet(name, servlet);
    registration.setAsyncSupported(true);
    registration.setLoadOnStartup(1);
    registration.addMapping(path);
  }
}
