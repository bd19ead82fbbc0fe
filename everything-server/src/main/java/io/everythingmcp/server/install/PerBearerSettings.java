package io.everythingmcp.server.install;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.everythingmcp.server.config.AuthConfiguration.Mode;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.ops.logging.RequestLinesFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** Where a server for bearer tokens is; makes a configuration of it. */
public final class PerBearerSettings {
  private static final String MCP = "/mcp";
  private static final int THREADS = 64;
  private static final int MAX_PORT = 65_535;

  private int port;
  private String host = "127.0.0.1";
  private String endpoint = MCP;
  private boolean logging;

  /**
   * The port to bind.
   *
   * @param number 0 for any that is free
   */
  public void port(int number) {
    if (number < 0 || number > MAX_PORT) {
      throw new IllegalArgumentException("port is " + number + "; it must be 0 to " + MAX_PORT);
    }
    port = number;
  }

  /** The address to bind. */
  public void host(String address) {
    host = address;
  }

  /** The path to serve. */
  public void endpoint(String path) {
    if (!path.matches("(/[A-Za-z0-9._-]+)*/mcp")) {
      throw new IllegalArgumentException("endpoint is " + path + "; it must be a path ending /mcp");
    }
    endpoint = path;
  }

  /** Whether a log is written. */
  public void logging(boolean on) {
    logging = on;
  }

  public String host() {
    return host;
  }

  public String endpoint() {
    return endpoint;
  }

  public boolean logs() {
    return logging;
  }

  /** Whether another port can be tried when this one is taken. */
  public boolean anyPort() {
    return port == 0;
  }

  /** A port to bind: the one that was said, or one that is free now. */
  public int choosePort() {
    if (port != 0) {
      return port;
    }
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No port is free at " + host, e);
    }
  }

  /** Where the server is under the URL of its host: the endpoint without its last part. */
  private String context() {
    return endpoint.substring(0, endpoint.length() - MCP.length());
  }

  /** All of the configuration: only tenants are served, and nobody else is let in. */
  public EverythingConfiguration configuration(int chosen) {
    EverythingConfiguration configuration = new EverythingConfiguration();
    configuration.setBaseUri("http://" + url(host) + ":" + chosen + context());
    configuration.getAuth().setMode(Mode.NONE);
    configuration.getTenants().setEverybody(false);
    HttpConnectorFactory connector = new HttpConnectorFactory();
    connector.setBindHost(host);
    connector.setPort(chosen);
    DefaultServerFactory server = new DefaultServerFactory();
    server.setApplicationConnectors(List.of(connector));
    server.setAdminConnectors(List.of());
    server.setApplicationContextPath(context().isEmpty() ? "/" : context());
    server.setMaxThreads(THREADS);
    server.setEnableThreadNameFilter(false);
    server.setRequestLogFactory(new RequestLinesFactory());
    configuration.setServerFactory(server);
    return configuration;
  }

  private static String url(String address) {
    return address.contains(":") ? "[" + address + "]" : address;
  }
}
