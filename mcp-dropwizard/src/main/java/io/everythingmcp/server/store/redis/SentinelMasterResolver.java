package io.everythingmcp.server.store.redis;

import java.util.List;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Resolves the current master with sentinels, for each new connection: after a failover,
 * connections to the previous master end, or are closed when it rejects a write.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/sentinel-clients/">Guidelines for
 *     Redis clients with support for Sentinel</a>
 */
final class SentinelMasterResolver {
  /** Three of them that hang must leave time for the master itself. */
  private static final int TIMEOUT_MILLIS = 200;

  private final List<HostAndPort> sentinels;
  private final String name;
  private final JedisClientConfig config;

  SentinelMasterResolver(List<HostAndPort> sentinels, String name, boolean tls) {
    this.sentinels = sentinels;
    this.name = name;
    this.config =
        DefaultJedisClientConfig.builder()
            .autoNegotiateProtocol(false)
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
            .connectionTimeoutMillis(TIMEOUT_MILLIS)
            .socketTimeoutMillis(TIMEOUT_MILLIS)
            .sslOptions(tls ? SslOptions.defaults() : null)
            .build();
  }

  /**
   * Returns the address of the master.
   *
   * @throws JedisConnectionException if no reachable sentinel has it
   */
  HostAndPort master() {
    JedisException problem = null;
    for (HostAndPort sentinel : sentinels) {
      try (Jedis connection = new Jedis(sentinel, config)) {
        List<String> address = connection.sentinelGetMasterAddrByName(name);
        if (address != null) {
          return new HostAndPort(address.get(0), Integer.parseInt(address.get(1)));
        }
      } catch (JedisException e) {
        problem = e;
      }
    }
    throw new JedisConnectionException(
        "No sentinel returned the address of the master " + name, problem);
  }
}
