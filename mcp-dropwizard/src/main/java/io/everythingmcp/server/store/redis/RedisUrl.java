package io.everythingmcp.server.store.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.SslOptions;

/**
 * URL of a Redis server, with credentials.
 *
 * @param user the ACL user, or null for the default one
 * @param password or null for none
 */
record RedisUrl(HostAndPort address, boolean tls, String user, String password, int database) {
  /**
   * To connect, and to wait for each reply. With the wait for the pool it must stay under two
   * seconds.
   */
  private static final int TIMEOUT_MILLIS = 1_000;

  /** Maximum silence of a subscription, heartbeats included, before its connection is closed. */
  private static final int SILENCE_MILLIS = 15_000;

  private static final int DEFAULT_PORT = 6379;

  /**
   * Reads {@code redis://[[user]:password@]host[:port][/db]}, or {@code rediss://} for TLS.
   *
   * @throws IllegalArgumentException if it is something else; the message contains the reason and
   *     no password
   */
  static RedisUrl parse(String text) {
    URI uri = uri(text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("redis") && !scheme.equals("rediss")) {
      throw wrong("it must begin with redis:// or rediss://");
    }
    if (uri.getHost() == null) {
      throw wrong(
          "the host is missing, or has characters that are invalid in a URL, such as an"
              + " underscore");
    }
    if (uri.getQuery() != null || uri.getFragment() != null) {
      throw wrong("it must end after the database number");
    }
    String host = uri.getHost().replaceAll("[\\[\\]]", "");
    int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
    if (port == 0 || port > 65_535) {
      throw wrong("the port must be between 1 and 65535");
    }
    String[] who = credentials(uri.getUserInfo());
    return new RedisUrl(
        new HostAndPort(host, port),
        scheme.equals("rediss"),
        who[0],
        who[1],
        database(uri.getPath()));
  }

  private static URI uri(String text) {
    if (text == null || text.isBlank()) {
      throw wrong("it is empty");
    }
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      // The exception's own message would show the password.
      throw wrong(e.getReason() + "; special characters must be percent-encoded");
    }
  }

  private static String[] credentials(String userInfo) {
    if (userInfo == null) {
      return new String[] {null, null};
    }
    int colon = userInfo.indexOf(':');
    if (colon < 0) {
      throw wrong("the part before the @ must be user:password, or :password");
    }
    String user = userInfo.substring(0, colon);
    return new String[] {user.isEmpty() ? null : user, userInfo.substring(colon + 1)};
  }

  private static int database(String path) {
    if (path == null || path.isEmpty() || path.equals("/")) {
      return 0;
    }
    if (!path.matches("/[0-9]{1,6}")) {
      throw wrong("the database must be a number");
    }
    return Integer.parseInt(path.substring(1));
  }

  private static IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException(
        "Invalid Redis URL: "
            + why
            + "; expected redis://[user:password@]host[:port][/database], or rediss:// for TLS");
  }

  /**
   * How to open a connection, in as few round trips as possible.
   *
   * @param name how operators find it with {@code CLIENT LIST}
   */
  JedisClientConfig config(String name) {
    return DefaultJedisClientConfig.builder()
        .autoNegotiateProtocol(false)
        .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
        .clientName(name)
        .connectionTimeoutMillis(TIMEOUT_MILLIS)
        .socketTimeoutMillis(TIMEOUT_MILLIS)
        .blockingSocketTimeoutMillis(SILENCE_MILLIS)
        .sslOptions(tls ? SslOptions.defaults() : null)
        .user(user)
        .password(password)
        .database(database)
        .build();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return (tls ? "rediss://" : "redis://") + address + "/" + database;
  }
}
