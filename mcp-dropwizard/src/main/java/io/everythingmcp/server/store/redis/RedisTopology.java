package io.everythingmcp.server.store.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;

/**
 * Topology of Redis: one server, sentinels with a master, or a cluster.
 *
 * @param kind kind of the topology
 * @param nodes the server; the sentinels; or nodes of the cluster, from which the others are
 *     discovered
 * @param master name of the master at the sentinels; null without sentinels
 */
record RedisTopology(Kind kind, List<RedisUrl> nodes, String master) {
  private static final Pattern SEVERAL =
      Pattern.compile(
          "(rediss?)-(sentinel|cluster)://(?:(.*)@)?([^@/#?]*)(/[^#?]*)?(?:#(.*))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String DEFAULT_MASTER = "mymaster";
  private static final String SENTINEL_PORT = ":26379";

  /** Kind of a topology. */
  enum Kind {
    SERVER,
    SENTINEL,
    CLUSTER
  }

  /**
   * Reads what {@link RedisUrl} reads, or {@code
   * redis-sentinel://[[user]:password@]host[:port][,host[:port]…][/db][#master]}, or {@code
   * redis-cluster://} with hosts; with {@code rediss-} for TLS. User, password and database are
   * those of the master, not of the sentinels.
   *
   * @throws IllegalArgumentException if it is something else; the message contains the reason and
   *     no password
   */
  static RedisTopology parse(String text) {
    Matcher several = SEVERAL.matcher(text == null ? "" : text.strip());
    if (!several.matches()) {
      return new RedisTopology(Kind.SERVER, List.of(RedisUrl.parse(text)), null);
    }
    Kind kind = Kind.valueOf(several.group(2).toUpperCase(Locale.ROOT));
    List<RedisUrl> nodes = new ArrayList<>();
    for (String host : several.group(4).split(",", -1)) {
      nodes.add(node(kind, several, host.strip()));
    }
    if (kind == Kind.CLUSTER && (several.group(6) != null || nodes.get(0).database() != 0)) {
      throw new IllegalArgumentException(
          "Invalid Redis URL: a cluster must have no master and no database other than 0");
    }
    return new RedisTopology(kind, List.copyOf(nodes), master(kind, several.group(6)));
  }

  private static RedisUrl node(Kind kind, Matcher url, String host) {
    if (host.isEmpty()) {
      throw new IllegalArgumentException("Invalid Redis URL: a host is missing");
    }
    String who = url.group(3) == null ? "" : url.group(3) + "@";
    String path = url.group(5) == null ? "" : url.group(5);
    boolean defaultPort = kind == Kind.SENTINEL && !host.matches(".*:\\d+");
    return RedisUrl.parse(
        url.group(1) + "://" + who + host + (defaultPort ? SENTINEL_PORT : "") + path);
  }

  private static String master(Kind kind, String name) {
    if (kind != Kind.SENTINEL) {
      return null;
    }
    if (name != null && !NAMED.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Invalid Redis URL: the name of the master, after the #, must have 1 to 64 of"
              + " A-Z a-z 0-9 . _ -");
    }
    return name == null ? DEFAULT_MASTER : name;
  }

  /**
   * How to open a connection.
   *
   * @param name how operators find it with {@code CLIENT LIST}
   */
  JedisClientConfig config(String name) {
    return nodes.get(0).config(name);
  }

  /** The addresses of the nodes. */
  List<HostAndPort> addresses() {
    return nodes.stream().map(RedisUrl::address).toList();
  }

  /** Returns the address of the next connection: for a cluster, its nodes in turn. */
  Supplier<HostAndPort> target() {
    AtomicInteger turn = new AtomicInteger();
    return switch (kind) {
      case SERVER -> nodes.get(0)::address;
      case SENTINEL -> new SentinelMasterResolver(addresses(), master, nodes.get(0).tls())::master;
      case CLUSTER ->
          () -> nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size())).address();
    };
  }

  /** Without the password. */
  @Override
  public String toString() {
    return kind == Kind.SERVER
        ? nodes.get(0).toString()
        : "the " + kind.name().toLowerCase(Locale.ROOT) + " at " + addresses();
  }
}
