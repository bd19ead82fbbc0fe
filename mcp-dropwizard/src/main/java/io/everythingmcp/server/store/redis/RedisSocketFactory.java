package io.everythingmcp.server.store.redis;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.util.IOUtils;

/**
 * Opens sockets and completes the TLS handshake. Jedis leaves the handshake to the first write and,
 * if it fails, waits for it a second time.
 */
final class RedisSocketFactory implements JedisSocketFactory {
  private final Supplier<HostAndPort> target;
  private final JedisClientConfig config;

  /**
   * Sockets.
   *
   * @param target address of the next connection
   */
  RedisSocketFactory(Supplier<HostAndPort> target, JedisClientConfig config) {
    this.target = target;
    this.config = config;
  }

  /**
   * Shortens the close timeout: with TLS, closing waits for the close notification of the peer, as
   * long as for any reply.
   */
  static void shortenCloseTimeout(Connection connection) {
    try {
      connection.setSoTimeout(1);
    } catch (JedisConnectionException e) {
      // It has ended already.
    }
  }

  /**
   * A factory for one socket. Jedis opens a connection that has ended again when it is written to;
   * with one thread for reading and another for writing, no thread would read from the new
   * connection.
   */
  JedisSocketFactory once() {
    AtomicBoolean opened = new AtomicBoolean();
    return () -> {
      if (opened.getAndSet(true)) {
        throw new JedisConnectionException("This connection has ended");
      }
      return createSocket();
    };
  }

  @Override
  public Socket createSocket() {
    Socket socket = new DefaultJedisSocketFactory(target.get(), config).createSocket();
    if (socket instanceof SSLSocket tls) {
      try {
        tls.startHandshake();
      } catch (IOException e) {
        IOUtils.closeQuietly(tls);
        throw new JedisConnectionException(e);
      }
    }
    return socket;
  }
}
