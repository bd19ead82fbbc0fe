package io.everythingmcp.server.assembly;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.jetty.HttpsConnectorFactory;
import io.dropwizard.util.DataSize;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.EdgeConfiguration;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.observation.logging.RedactedRequestLogFactory;
import io.everythingmcp.server.wire.EndpointPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Settings of a server that a Java program starts instead of a command: address, TLS and edge.
 * Creates the configuration of it, in which there is no default server and no authentication.
 */
public final class EmbeddedServerSettings {
  private static final int THREADS = 64;
  private static final int MAX_PORT = 65_535;

  private int port;
  private String host = "127.0.0.1";
  private EndpointPath endpoint = EndpointPath.DEFAULT;
  private boolean logging;
  private String baseUri;
  private String allowedHosts = "";
  private String corsOrigins = "*";
  private long maxRequestSize;
  private Path keyStore;
  private String keyStorePassword;
  private Consumer<McpConfiguration> more = configuration -> {};

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
    endpoint = new EndpointPath(path);
  }

  /** Whether a log is written. */
  public void logging(boolean on) {
    logging = on;
  }

  /** Sets the public URL of the server, if it differs from the bound address. */
  public void baseUri(String uri) {
    if (!uri.matches("https?://[^/?#\\s]+(/[^?#\\s]*[^/?#\\s])?")) {
      throw new IllegalArgumentException(
          "baseUri is " + uri + "; it must be an http or https URL without a trailing slash");
    }
    baseUri = uri;
  }

  /** Values of the header Host that are served, instead of those of the base URI. */
  public void allowedHosts(String... hosts) {
    allowedHosts = String.join(",", hosts);
  }

  /** Sets the origins of web pages that may read responses; default: all. */
  public void corsOrigins(String... origins) {
    corsOrigins = String.join(",", origins);
  }

  /** How many bytes the body of a request may have. */
  public void maxRequestSize(long bytes) {
    if (bytes < 1 || bytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "maxRequestSize is " + bytes + "; it must be 1 to " + Integer.MAX_VALUE);
    }
    maxRequestSize = bytes;
  }

  /** Serves https with the certificate in a key store. */
  public void tls(Path store, String password) {
    keyStore = store;
    keyStorePassword = password;
  }

  /** Changes the configuration after all other settings are in it. */
  public void configure(Consumer<McpConfiguration> change) {
    more = more.andThen(change);
  }

  public String host() {
    return host;
  }

  public String endpoint() {
    return endpoint.path();
  }

  public boolean logs() {
    return logging;
  }

  /** Whether another port can be tried when this one is taken. */
  public boolean anyPort() {
    return port == 0;
  }

  /** Returns the port to bind: the configured one, or a free one. */
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

  /** Returns the complete configuration, for a port; only tenants are served. */
  public McpConfiguration configuration(int chosen) {
    McpConfiguration configuration = new McpConfiguration();
    HttpConnectorFactory connector = connector();
    connector.setBindHost(host);
    connector.setPort(chosen);
    connector.setMaxRequestHeaderSize(DataSize.kibibytes(16));
    String scheme = keyStore == null ? "http://" : "https://";
    configuration.setBaseUri(baseUri == null ? scheme + reachable() + ":" + chosen : baseUri);
    configuration.getAuth().setMode(Mode.NONE);
    configuration.getTenants().setDefaultServer(false);
    EdgeConfiguration edge = configuration.getEdge();
    edge.setAllowedHosts(allowedHosts);
    edge.setCorsOrigins(corsOrigins);
    if (maxRequestSize > 0) {
      edge.setMaxRequestSize(DataSize.bytes(maxRequestSize));
    }
    DefaultServerFactory server = new DefaultServerFactory();
    server.setApplicationConnectors(List.of(connector));
    server.setAdminConnectors(List.of());
    server.setMaxThreads(THREADS);
    server.setEnableThreadNameFilter(false);
    RedactedRequestLogFactory lines = new RedactedRequestLogFactory();
    lines.setEnabled(logging);
    server.setRequestLogFactory(lines);
    configuration.setServerFactory(server);
    more.accept(configuration);
    return configuration;
  }

  private HttpConnectorFactory connector() {
    if (keyStore == null) {
      return new HttpConnectorFactory();
    }
    HttpsConnectorFactory secure = new HttpsConnectorFactory();
    secure.setKeyStorePath(keyStore.toString());
    secure.setKeyStorePassword(keyStorePassword);
    return secure;
  }

  /** Returns a host name with which local clients reach the bound address. */
  private String reachable() {
    if (host.equals("0.0.0.0") || host.equals("::")) {
      return "localhost";
    }
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
