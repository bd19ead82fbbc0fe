package io.everythingmcp.server;

import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.server.assembly.BearerToken;
import io.everythingmcp.server.assembly.EmbeddedServerSettings;
import io.everythingmcp.server.assembly.ServerDefinition;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.management.tenant.TenantDocument;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.wire.SecureIds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Embedded server for Java programs that assigns a separate MCP server to each bearer token. Others
 * are rejected; the home page and {@code /health} are public.
 *
 * <pre>
 *   PerTokenServer server =
 *       PerTokenServer.create()
 *           .port(0)
 *           .addToken("token-of-a-reader-0123", () -> ServerDefinition.of("Reader", "1.0.0").tools(new Echo()))
 *           .on(ServerEvent.ToolCalled.class, call -> log.info("{}", call));
 *   StartedServer started = server.start();
 *   …
 *   server.removeToken("token-of-a-reader-0123").stop();
 * </pre>
 *
 * <p>Tokens can be added, updated and removed while the server runs. A definition is created at the
 * first request with its token and retained until the token is updated or removed. All methods are
 * thread-safe.
 */
public final class PerTokenServer implements AutoCloseable {
  private final EmbeddedServerSettings settings = new EmbeddedServerSettings();
  private final Map<String, BearerToken> entries = new LinkedHashMap<>();
  private final List<Listening<?>> listeners = new ArrayList<>();
  private final Set<String> announced = new HashSet<>();
  private PerTokenApplication running;

  private PerTokenServer() {}

  /** Listener for one kind of event. */
  record Listening<E extends ServerEvent>(Class<E> kind, Consumer<E> listener) {}

  /**
   * Address of a running server.
   *
   * @param url URL for clients
   * @param startedAt time of the start
   */
  public record StartedServer(
      int port, String url, String host, String endpoint, Instant startedAt) {}

  /**
   * Statistics of the server.
   *
   * @param activeServers servers that received at least one request
   * @param activeSessions number of sessions; may include recently expired ones
   * @param uptime time since the start; zero if the server is not running
   */
  public record ServerStats(
      int registeredTokens, int activeServers, long activeSessions, Duration uptime) {}

  /** Creates a server that is not started: on a free loopback port, at {@code /mcp}. */
  public static PerTokenServer create() {
    return new PerTokenServer();
  }

  /** The port to bind; 0 for any that is free. */
  public PerTokenServer port(int port) {
    settings.port(port);
    return this;
  }

  /** Sets the address to bind; default 127.0.0.1. */
  public PerTokenServer host(String host) {
    settings.host(host);
    return this;
  }

  /** Sets the path to serve: absolute, without a trailing slash; default {@code /mcp}. */
  public PerTokenServer endpoint(String endpoint) {
    settings.endpoint(endpoint);
    return this;
  }

  /**
   * Where clients find it, behind a proxy or under a name: without the path, and without a slash at
   * the end. Unless this is called, the address that is bound; {@code localhost} where that is
   * every address of the machine.
   */
  public PerTokenServer baseUri(String uri) {
    settings.baseUri(uri);
    return this;
  }

  /** Values of the header {@code Host} that are served, instead of that of the base URI. */
  public PerTokenServer allowedHosts(String... hosts) {
    settings.allowedHosts(hosts);
    return this;
  }

  /** Sets the origins of web pages that may read responses (CORS); default all. */
  public PerTokenServer corsOrigins(String... origins) {
    settings.corsOrigins(origins);
    return this;
  }

  /** How many bytes the body of a request may have; 10 MB unless this is called. */
  public PerTokenServer maxRequestSize(long bytes) {
    settings.maxRequestSize(bytes);
    return this;
  }

  /** Serves https, with the certificate and key in a key store (PKCS #12 or JKS). */
  public PerTokenServer tls(Path keyStore, String password) {
    settings.tls(keyStore, password);
    return this;
  }

  /** Changes any other value of the configuration, after all that is set here. */
  public PerTokenServer configure(Consumer<McpConfiguration> change) {
    settings.configure(change);
    return this;
  }

  /**
   * Enables logging to the console, including an access log; otherwise the logging configuration of
   * the program is used.
   */
  public PerTokenServer logging(boolean on) {
    settings.logging(on);
    return this;
  }

  /** Subscribes to events of one kind from now on; the listeners are called in order. */
  public synchronized <E extends ServerEvent> PerTokenServer on(
      Class<E> kind, Consumer<E> listener) {
    Listening<E> listening = new Listening<>(kind, listener);
    listeners.add(listening);
    if (running != null) {
      running.listen(listening);
    }
    return this;
  }

  /**
   * Assigns a server to a token, under the name returned by {@link #nameOf}.
   *
   * @param token at least 16 visible ASCII characters
   * @param definition called from any thread, once until the token is updated
   * @throws IllegalArgumentException if the token is too short or already added
   */
  public PerTokenServer addToken(String token, Supplier<ServerDefinition> definition) {
    return addToken(nameOf(token), token, definition);
  }

  /**
   * Assigns a server to a token.
   *
   * @param name unique name in events and lists, also the tenant id: 1 to 63 of {@code a-z 0-9 -}
   * @param token at least 16 visible ASCII characters
   * @param definition called from any thread, once until the token is updated
   * @throws IllegalArgumentException if the name or the token is invalid or already used
   */
  public synchronized PerTokenServer addToken(
      String name, String token, Supplier<ServerDefinition> definition) {
    BearerToken entry = BearerToken.of(name, TenantDocument.checked(token), definition);
    if (entries.containsKey(SecureIds.digest(token))) {
      throw new IllegalArgumentException("Token already added; use updateToken");
    }
    if (entries.values().stream().anyMatch(other -> other.name().equals(name))) {
      throw new IllegalArgumentException("Duplicate token name: " + name);
    }
    if (running != null) {
      running.tenants().add(entry.tenant(), entry.definition());
      announced.add(name);
    }
    entries.put(SecureIds.digest(token), entry);
    return this;
  }

  /**
   * Assigns another server to a token. Sessions are retained, and their clients are notified by
   * {@code list_changed}.
   *
   * @throws IllegalArgumentException if the token is unknown, or a server in use cannot be created
   *     again; nothing is changed then
   */
  public synchronized PerTokenServer updateToken(
      String token, Supplier<ServerDefinition> definition) {
    BearerToken old = entries.get(SecureIds.digest(token));
    if (old == null) {
      throw new IllegalArgumentException("Unknown token; use addToken");
    }
    BearerToken entry = BearerToken.of(old.name(), token, definition);
    if (running != null) {
      running.tenants().define(entry.name(), entry.definition());
    }
    entries.put(SecureIds.digest(token), entry);
    return this;
  }

  /** Removes a token and ends its sessions; does nothing if it is unknown. */
  public synchronized PerTokenServer removeToken(String token) {
    BearerToken entry = entries.remove(SecureIds.digest(token));
    announced.removeIf(name -> entry != null && name.equals(entry.name()));
    if (entry != null && running != null) {
      running.tenants().remove(entry.name());
    }
    return this;
  }

  /** Returns whether a server is assigned to a token. */
  public synchronized boolean hasToken(String token) {
    return entries.containsKey(SecureIds.digest(token));
  }

  /**
   * Returns the tokens in readable form: the configured name, otherwise the first eight characters,
   * or the name returned by {@link #nameOf} if these are not unique.
   */
  public synchronized List<String> getTokens() {
    return entries.values().stream()
        .map(entry -> entry.shown(entries.values().stream().map(BearerToken::hint).toList()))
        .toList();
  }

  /** Returns the name, in events and as tenant id, of a token without a configured name. */
  public static String nameOf(String token) {
    return Tenant.Token.nameOf(token);
  }

  /**
   * Starts the server. Tokens can be added later.
   *
   * @throws IllegalStateException if the server is already running or cannot be started
   */
  public synchronized StartedServer start() {
    if (running != null) {
      throw new IllegalStateException("The server is already running at " + running.info().url());
    }
    List<BearerToken> all = List.copyOf(entries.values());
    running = PerTokenApplication.start(settings, all, listeners);
    running.announce(all.stream().filter(entry -> announced.add(entry.name())).toList());
    return running.info();
  }

  /**
   * Stops the server gracefully within ten seconds. Tokens are retained, so the server can be
   * started again.
   */
  public void stop() {
    PerTokenApplication stopping;
    synchronized (this) {
      stopping = running;
      running = null;
    }
    // Listeners of the stop event may call methods of this server.
    if (stopping != null) {
      stopping.stop();
    }
  }

  @Override
  public void close() {
    stop();
  }

  /** Whether it serves. */
  public synchronized boolean isRunning() {
    return running != null;
  }

  /** Returns the address of the server; empty if it is not running. */
  public synchronized Optional<StartedServer> getServerInfo() {
    return Optional.ofNullable(running).map(PerTokenApplication::info);
  }

  /** How much there is now. */
  public synchronized ServerStats getStats() {
    return running == null
        ? new ServerStats(entries.size(), 0, 0, Duration.ZERO)
        : new ServerStats(
            entries.size(),
            running.tenants().activeServers(),
            running.activeSessions(),
            Duration.between(running.info().startedAt(), Instant.now()));
  }
}
