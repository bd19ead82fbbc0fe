package io.everythingmcp.server.edge;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.component.ContainerLifeCycle;

/** Creates HTTP/1.1 connections whose buffers are from an {@link ExclusiveBufferPool}. */
public final class ExclusiveBufferConnections extends ContainerLifeCycle
    implements ConnectionFactory {
  private static final String HTTP_1_1 = "http/1.1";

  private final ConnectionFactory factory;
  private final Connector view;

  private ExclusiveBufferConnections(ConnectionFactory factory, Connector connector) {
    this.factory = factory;
    this.view = view(connector, new ExclusiveBufferPool(connector.getByteBufferPool()));
    installBean(factory);
  }

  /** Installs it in a connector that has not been started. */
  public static void install(AbstractConnector connector) {
    List<ConnectionFactory> factories = new ArrayList<>();
    for (ConnectionFactory factory : connector.getConnectionFactories()) {
      factories.add(
          factory.getProtocol().equalsIgnoreCase(HTTP_1_1)
              ? new ExclusiveBufferConnections(factory, connector)
              : factory);
    }
    connector.setConnectionFactories(factories);
  }

  /** Returns the connector with another buffer pool: a connection asks its connector for it. */
  private static Connector view(Connector connector, ByteBufferPool pool) {
    return (Connector)
        Proxy.newProxyInstance(
            Connector.class.getClassLoader(),
            new Class<?>[] {Connector.class},
            (proxy, method, arguments) ->
                method.getName().equals("getByteBufferPool")
                    ? pool
                    : invoke(connector, method, arguments));
  }

  private static Object invoke(Connector connector, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(connector, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
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
    return factory.newConnection(view, endPoint);
  }
}
