package io.everythingmcp.server.edge;

import io.everythingmcp.server.limit.ClientNetwork;
import io.everythingmcp.server.limit.PerAddressLimit;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;

/**
 * Limits the number of connections, in total and per address. Further connections are closed
 * immediately. A connection uses a few kilobytes and no thread, so the limit can be high.
 */
public final class ConnectionBounds implements Connection.Listener {
  private final PerAddressLimit shares;
  private final TrustedProxies proxies;
  private final Map<EndPoint, String> counted = new ConcurrentHashMap<>();

  /**
   * Creates the limit.
   *
   * @param most maximum number of connections; half of them from one address
   * @param proxies without a limit per address, because they forward all clients
   */
  public ConnectionBounds(int most, TrustedProxies proxies) {
    this.shares = new PerAddressLimit(most, (most + 1L) / 2);
    this.proxies = proxies;
  }

  @Override
  public void onOpened(Connection connection) {
    EndPoint end = connection.getEndPoint();
    if (!(end.getRemoteSocketAddress() instanceof InetSocketAddress remote)
        || remote.getAddress() == null
        || proxies.contains(remote.getAddress())
        || counted.containsKey(end)) {
      return;
    }
    String network = ClientNetwork.of(remote.getAddress().getHostAddress());
    if (shares.acquire(network, 1) == PerAddressLimit.Taking.TAKEN) {
      counted.put(end, network);
    } else {
      end.close();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    // A connection that only became another one, as TLS does, has left its end open.
    EndPoint end = connection.getEndPoint();
    if (!end.isOpen()) {
      String network = counted.remove(end);
      if (network != null) {
        shares.release(network, 1);
      }
    }
  }
}
