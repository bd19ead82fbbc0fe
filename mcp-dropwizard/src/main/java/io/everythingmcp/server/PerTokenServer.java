package io.everythingmcp.server;

import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.server.assembly.BearerToken;
import io.everythingmcp.server.assembly.PerTokenSettings;
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
 * A server for each bearer token, on one address, in a Java program of yours: who brings a token
 * gets what that token stands for, and who brings none is not let in.
 *
 * <pre>
 *   PerTokenServer server =
 *       PerTokenServer.create()
 *           .port(0)
 *           .addToken("token-of-a-reader-0123", () -> ServerDefinition.of("Reader", "1.0.0").tools(new Echo()))
 *           .on(ServerEvent.ToolCalled.class, call -> log.info("{}", call));
 *   ServerInfo info = server.start();
 *   …
 *   server.removeToken("token-of-a-reader-0123").stop();
 * </pre>
 *
 * <p>Tokens may come, change and go while it runs. A definition is asked for when the first request
 * with its token comes, and kept until the token is updated or removed. All methods may be called
 * from any thread.
 */
public final class PerTokenServer implements AutoCloseable {
  private final PerTokenSettings settings = new PerTokenSettings();
  private final Map<String, BearerToken> entries = new LinkedHashMap<>();
  private final List<Listening<?>> listeners = new ArrayList<>();
  private final Set<String> announced = new HashSet<>();
  private PerTokenApplication running;

  private PerTokenServer() {}

  /** Somebody who wants to know of one kind of events. */
  record Listening<E extends ServerEvent>(Class<E> kind, Consumer<E> listener) {}

  /**
   * Where a server is.
   *
   * @param url where clients find it
   * @param startedAt when it began
   */
  public record StartedServer(
      int port, String url, String host, String endpoint, Instant startedAt) {}

  /**
   * How much there is.
   *
   * @param activeServers those that were asked for at least once
   * @param activeSessions a few may have just expired
   * @param uptime since the start; zero when it does not run
   */
  public record ServerStats(
      int registeredTokens, int activeServers, long activeSessions, Duration uptime) {}

  /** A server that does not run yet: on a free port of this machine, at {@code /mcp}. */
  public static PerTokenServer create() {
    return new PerTokenServer();
  }

  /** The port to bind; 0 for any that is free. */
  public PerTokenServer port(int port) {
    settings.port(port);
    return this;
  }

  /** The address to bind; 127.0.0.1 unless it is said. */
  public PerTokenServer host(String host) {
    settings.host(host);
    return this;
  }

  /** The path to serve; it ends with {@code /mcp}. */
  public PerTokenServer endpoint(String endpoint) {
    settings.endpoint(endpoint);
    return this;
  }

  /**
   * Where clients find it, behind a proxy or under a name: without {@code /mcp}, and without a
   * slash at the end. Unless this is called, the address that is bound; {@code localhost} where
   * that is every address of the machine.
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

  /** Origins of web pages that may read answers; all unless this is called. */
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
   * Whether it writes a log to the console, with a line for each request; else logging is what your
   * program made of it.
   */
  public PerTokenServer logging(boolean on) {
    settings.logging(on);
    return this;
  }

  /** Tells of events of one kind, from now on; listeners are called one after another. */
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
   * Lets a token lead to a server, under the name that {@link #nameOf} gives it.
   *
   * @param token at least 16 visible ASCII characters
   * @param definition may be called from any thread, once until the token is updated
   * @throws IllegalArgumentException when the token is too short, or leads to a server already
   */
  public PerTokenServer addToken(String token, Supplier<ServerDefinition> definition) {
    return addToken(nameOf(token), token, definition);
  }

  /**
   * Lets a token lead to a server.
   *
   * @param name what events and lists call it, and its tenant: 1 to 63 of {@code a-z 0-9 -}, as no
   *     other one
   * @param token at least 16 visible ASCII characters
   * @param definition may be called from any thread, once until the token is updated
   * @throws IllegalArgumentException when one of them is not right, or taken
   */
  public synchronized PerTokenServer addToken(
      String name, String token, Supplier<ServerDefinition> definition) {
    BearerToken entry = BearerToken.of(name, TenantDocument.checked(token), definition);
    if (entries.containsKey(SecureIds.digest(token))) {
      throw new IllegalArgumentException("This token leads to a server already: updateToken");
    }
    if (entries.values().stream().anyMatch(other -> other.name().equals(name))) {
      throw new IllegalArgumentException("Another token is called " + name + " already");
    }
    if (running != null) {
      running.add(entry);
      announced.add(name);
    }
    entries.put(SecureIds.digest(token), entry);
    return this;
  }

  /**
   * Lets a token lead to another server. Its clients keep their sessions, and are told that lists
   * have changed.
   *
   * @throws IllegalArgumentException when there is no such token, or a server that is in use now
   *     cannot be made anew; then everything stays as it is
   */
  public synchronized PerTokenServer updateToken(
      String token, Supplier<ServerDefinition> definition) {
    BearerToken old = entries.get(SecureIds.digest(token));
    if (old == null) {
      throw new IllegalArgumentException("There is no such token: addToken");
    }
    BearerToken entry = BearerToken.of(old.name(), token, definition);
    if (running != null) {
      running.update(entry);
    }
    entries.put(SecureIds.digest(token), entry);
    return this;
  }

  /** Takes a token away, and ends its sessions; nothing happens when there is none. */
  public synchronized PerTokenServer removeToken(String token) {
    BearerToken entry = entries.remove(SecureIds.digest(token));
    announced.removeIf(name -> entry != null && name.equals(entry.name()));
    if (entry != null && running != null) {
      running.remove(entry);
    }
    return this;
  }

  /** Whether a token leads to a server. */
  public synchronized boolean hasToken(String token) {
    return entries.containsKey(SecureIds.digest(token));
  }

  /**
   * Each token as people may read it: by the name it was given; else by its first eight characters,
   * or the name that {@link #nameOf} gives it where another one begins like that.
   */
  public synchronized List<String> getTokens() {
    return entries.values().stream()
        .map(entry -> entry.shown(entries.values().stream().map(BearerToken::hint).toList()))
        .toList();
  }

  /** What a token is called, in events and as a tenant, that was given no name. */
  public static String nameOf(String token) {
    return Tenant.Token.nameOf(token);
  }

  /**
   * Begins to serve. There need be no token yet.
   *
   * @throws IllegalStateException when it runs already, or cannot be started
   */
  public synchronized StartedServer start() {
    if (running != null) {
      throw new IllegalStateException("This server runs already, at " + running.info().url());
    }
    List<BearerToken> all = List.copyOf(entries.values());
    running = PerTokenApplication.start(settings, all, listeners);
    running.announce(all.stream().filter(entry -> announced.add(entry.name())).toList());
    return running.info();
  }

  /** Ends in good order, within ten seconds; tokens stay, so that it may be started again. */
  public void stop() {
    PerTokenApplication stopping;
    synchronized (this) {
      stopping = running;
      running = null;
    }
    // Listeners that are told of the end may ask this server something.
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

  /** Where it is; empty when it does not run. */
  public synchronized Optional<StartedServer> getServerInfo() {
    return Optional.ofNullable(running).map(PerTokenApplication::info);
  }

  /** How much there is now. */
  public synchronized ServerStats getStats() {
    return running == null
        ? new ServerStats(entries.size(), 0, 0, Duration.ZERO)
        : new ServerStats(
            entries.size(),
            running.activeServers(),
            running.activeSessions(),
            Duration.between(running.info().startedAt(), Instant.now()));
  }
}
