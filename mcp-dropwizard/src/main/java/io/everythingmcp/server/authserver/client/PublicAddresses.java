package io.everythingmcp.server.authserver.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Resolver for an HTTP client that may connect to public addresses only. The client connects to the
 * addresses checked here, so that a later DNS response cannot bypass the check.
 */
final class PublicAddresses implements SocketAddressResolver {
  private final boolean loopback;
  private final Supplier<Executor> executor;

  /**
   * A resolver.
   *
   * @param loopback whether loopback addresses count as public
   * @param executor runs the DNS lookups, which block
   */
  PublicAddresses(boolean loopback, Supplier<Executor> executor) {
    this.loopback = loopback;
    this.executor = executor;
  }

  @Override
  public void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> promise) {
    executor.get().execute(() -> resolve(host, port, promise));
  }

  private void resolve(String host, int port, Promise<List<InetSocketAddress>> promise) {
    try {
      InetAddress[] all = InetAddress.getAllByName(host);
      if (Arrays.stream(all).allMatch(this::allowed)) {
        promise.succeeded(Arrays.stream(all).map(a -> new InetSocketAddress(a, port)).toList());
      } else {
        promise.failed(new UnknownHostException("Not a public Internet address"));
      }
    } catch (UnknownHostException e) {
      promise.failed(e);
    }
  }

  private boolean allowed(InetAddress address) {
    return (loopback && address.isLoopbackAddress()) || !SpecialPurposeAddresses.is(address);
  }
}
