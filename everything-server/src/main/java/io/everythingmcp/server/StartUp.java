package io.everythingmcp.server;

import io.everythingmcp.server.config.AuthConfiguration;
import io.everythingmcp.server.config.EverythingConfiguration;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at the start, in ten lines at most, what is on, where, and what is unsafe about it. */
final class StartUp {
  private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final int SHORT = 16;

  private StartUp() {}

  static void say(McpServer server, EverythingConfiguration configuration) {
    lines(server, configuration).forEach(LOG::info);
    unsafe(configuration).forEach(line -> LOG.warn("UNSAFE: {}", line));
  }

  static List<String> lines(McpServer server, EverythingConfiguration configuration) {
    String base = configuration.getBaseUri();
    String sse = server.served().sessionful() ? ", " + base + "/sse" : "";
    boolean management = !configuration.getManagement().getToken().isEmpty();
    return List.of(
        server.runtime().identity().name()
            + " "
            + server.runtime().identity().version()
            + " speaks "
            + String.join(", ", server.served().revisions()),
        "Endpoints: " + base + "/mcp" + sse + "; pages " + base + "/, " + base + "/health",
        "Authentication: "
            + configuration.getAuth().getMode().name().toLowerCase(Locale.ROOT)
            + "; store: "
            + server.runtime().store().kind()
            + "; management: "
            + (management ? base + "/management" : "off (MANAGEMENT_TOKEN)")
            + "; metrics: /prometheus on the admin port");
  }

  /** What somebody who does not know this configuration should be told. */
  static List<String> unsafe(EverythingConfiguration configuration) {
    List<String> lines = new ArrayList<>();
    boolean here = local(URI.create(configuration.getBaseUri()).getHost());
    boolean open = configuration.getAuth().getMode() == AuthConfiguration.Mode.NONE;
    String host = Ports.host(configuration, false);
    String admin = Ports.host(configuration, true);
    if (open && !local(host)) {
      lines.add(
          "everybody who reaches " + shown(host) + " may do everything (auth.mode none, HOST)");
    } else if (open && !here) {
      lines.add("everybody may do everything, and BASE_URI is not this machine (auth.mode none)");
    }
    if (!local(admin)) {
      lines.add("the admin port has no authentication and is bound to " + shown(admin));
    }
    if (!here && configuration.getBaseUri().startsWith("http:")) {
      lines.add("BASE_URI is http, so tokens travel in the clear");
    }
    String token = configuration.getManagement().getToken();
    if (!token.isEmpty() && token.length() < SHORT) {
      lines.add("MANAGEMENT_TOKEN has less than " + SHORT + " characters");
    }
    return lines;
  }

  private static boolean local(String host) {
    return host != null && LOOPBACK.contains(host);
  }

  private static String shown(String host) {
    return host == null ? "all addresses" : host;
  }
}
