package io.everythingmcp.server.edge;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates HTTP/1.1 connections, each with an {@link ExclusiveBufferPool} of its own. Their request
 * buffers must be on the heap: {@code HttpConfiguration.useInputDirectByteBuffers} is false.
 *
 * <p>A connection takes the pool of its connector, which other code compares by identity and which
 * has one pool. So the pool is set in the connection.
 */
public final class ExclusiveBufferConnections extends ContainerLifeCycle
    implements ConnectionFactory {
  private static final Logger LOG = LoggerFactory.getLogger(ExclusiveBufferConnections.class);
  private static final String HTTP_1_1 = "http/1.1";
  private static final String POOL_FIELD = "_bufferPool";

  private final ConnectionFactory factory;
  private final ByteBufferPool pool;
  private final Field poolField;

  private ExclusiveBufferConnections(
      ConnectionFactory factory, ByteBufferPool pool, Field poolField) {
    this.factory = factory;
    this.pool = pool;
    this.poolField = poolField;
    installBean(factory);
  }

  /** Installs it in a connector that has not been started. */
  public static void install(AbstractConnector connector) {
    Field poolField;
    try {
      poolField = HttpConnection.class.getDeclaredField(POOL_FIELD);
      poolField.setAccessible(true);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.warn("This version of Jetty has no buffer pool that can be replaced: {}", e.toString());
      return;
    }
    ByteBufferPool pool = connector.getByteBufferPool();
    List<ConnectionFactory> factories = new ArrayList<>();
    for (ConnectionFactory factory : connector.getConnectionFactories()) {
      factories.add(
          factory.getProtocol().equalsIgnoreCase(HTTP_1_1)
              ? new ExclusiveBufferConnections(factory, pool, poolField)
              : factory);
    }
    connector.setConnectionFactories(factories);
  }

  @Override
  public String getProtocol() {
    return factory.getProtocol();
  }

  @Override
  public List<String> getProtocols() {
    return factory.getProtocols();
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    Connection connection = factory.newConnection(connector, endPoint);
    if (connection instanceof HttpConnection http) {
      try {
        poolField.set(http, new ExclusiveBufferPool(pool));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("The buffer pool of a connection cannot be replaced", e);
      }
    }
    return connection;
  }
}
