package io.everythingmcp.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class ExclusiveBufferConnectionsTest {

  private static ByteBufferPool poolOf(Connection connection) throws ReflectiveOperationException {
    Field field = HttpConnection.class.getDeclaredField("_bufferPool");
    field.setAccessible(true);
    return (ByteBufferPool) field.get(connection);
  }

  private static ByteBufferPool poolOfARequest(boolean installed) throws Exception {
    AtomicReference<ByteBufferPool> pool = new AtomicReference<>();
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    if (installed) {
      ExclusiveBufferConnections.install(connector);
    }
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws ReflectiveOperationException {
            pool.set(poolOf(request.getConnectionMetaData().getConnection()));
            response.write(true, null, callback);
            return true;
          }
        });
    server.start();
    try {
      URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
      assertThat(
              HttpClient.newHttpClient()
                  .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                  .statusCode())
          .isEqualTo(200);
    } finally {
      server.stop();
    }
    return pool.get();
  }

  @Test
  void connectionsHaveExclusiveBuffers() throws Exception {
    assertThat(poolOfARequest(true)).isInstanceOf(ExclusiveBufferPool.class);
  }

  @Test
  void connectionsWithoutItHaveNot() throws Exception {
    assertThat(poolOfARequest(false)).isNotInstanceOf(ExclusiveBufferPool.class);
  }
}
