package io.everythingmcp.server.configuration.file;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.everythingmcp.server.configuration.CommaSeparatedList;
import io.everythingmcp.server.configuration.McpConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whether addresses can be what they are for, and whether they fit together. */
final class AddressRules {
  private static final int MAX_PORT = 65_535;
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:(?:[0-9]{1,5}|\\*))?");
  private static final String URL = "an http or https URL, such as https://server.example";

  private final McpConfiguration configuration;
  private final WrittenValues written;
  private final List<String> problems = new ArrayList<>();

  AddressRules(McpConfiguration configuration, WrittenValues written) {
    this.configuration = configuration;
    this.written = written;
  }

  List<String> problems() {
    require("baseUri", configuration.getBaseUri(), AddressRules::url, URL);
    var auth = configuration.getAuth();
    require("auth.separate.url", auth.getSeparate().getUrl(), AddressRules::url, URL);
    optional("auth.jwt.jwksUri", auth.getJwt().getJwksUri());
    optional("auth.server.upstream.discoveryUrl", auth.getServer().getUpstream().getDiscoveryUrl());
    optional("tracing.endpoint", configuration.getTracing().getEndpoint());
    CommaSeparatedList.of(configuration.getEdge().getAllowedHosts())
        .forEach(
            host ->
                require(
                    "edge.allowedHosts",
                    host,
                    value -> HOST.matcher(value).matches(),
                    "a host with its port, such as mcp.example:8443, without a scheme"));
    CommaSeparatedList.of(configuration.getEdge().getCorsOrigins())
        .forEach(
            origin ->
                require(
                    "edge.corsOrigins",
                    origin,
                    AddressRules::origin,
                    "* or an origin, such as https://app.example, without a path"));
    ports();
    return problems;
  }

  private void optional(String key, String value) {
    if (!value.isBlank()) {
      require(key, value, AddressRules::url, URL);
    }
  }

  private void require(String key, String value, Predicate<String> right, String allowed) {
    if (!right.test(value)) {
      problems.add(
          written.named(key)
              + " "
              + ConfigurationErrors.shown(key, value)
              + "; it must be "
              + allowed);
    }
  }

  private static boolean url(String value) {
    try {
      URI uri = new URI(value);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getPort() <= MAX_PORT;
    } catch (java.net.URISyntaxException e) {
      return false;
    }
  }

  private static boolean origin(String value) {
    return value.equals("*")
        || (url(value) && URI.create(value).getRawPath().isEmpty() && !value.endsWith("/"));
  }

  private void ports() {
    Map<Integer, String> taken = new HashMap<>();
    if (configuration.getServerFactory() instanceof DefaultServerFactory several) {
      connectors(taken, "server.applicationConnectors", several.getApplicationConnectors());
      connectors(taken, "server.adminConnectors", several.getAdminConnectors());
    }
    var separate = configuration.getAuth().getSeparate();
    if (separate.getPort() != 0 && separate.getPort() == separate.getAdminPort()) {
      problems.add(
          written.named("auth.separate.port")
              + " and "
              + written.named("auth.separate.adminPort")
              + " are both '"
              + separate.getPort()
              + "'; they must be two ports");
    }
  }

  private void connectors(Map<Integer, String> taken, String list, List<?> connectors) {
    for (int i = 0; i < connectors.size(); i++) {
      if (connectors.get(i) instanceof HttpConnectorFactory connector) {
        String key = list + "[" + i + "]";
        int port = connector.getPort();
        String before = port == 0 ? null : taken.putIfAbsent(port, key);
        if (before != null) {
          problems.add(
              written.named(before + ".port")
                  + " and "
                  + written.named(key + ".port")
                  + " are both '"
                  + port
                  + "'; they must be two ports");
        }
        if (connector.getBindHost() != null) {
          require(
              key + ".bindHost",
              connector.getBindHost(),
              AddressRules::bindable,
              "a local IP address, such as 127.0.0.1 or 0.0.0.0");
        }
      }
    }
  }

  private static boolean bindable(String host) {
    try {
      InetAddress address = InetAddress.getByName(host.replaceAll("[\\[\\]]", ""));
      return address.isAnyLocalAddress()
          || address.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (UnknownHostException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
