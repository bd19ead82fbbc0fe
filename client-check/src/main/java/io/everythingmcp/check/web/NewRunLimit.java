package io.everythingmcp.check.web;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.server.Request;

/** Limit of new runs per address and minute. Loopback addresses are not limited. */
final class NewRunLimit {
  private static final int MOST = 20;
  private static final long MINUTE = 60_000_000_000L;
  private static final int ADDRESSES = 10_000;

  private final Map<String, Integer> begun = new HashMap<>();
  private long since = System.nanoTime();

  boolean admit(Request request) {
    if (!(request.getConnectionMetaData().getRemoteSocketAddress()
            instanceof InetSocketAddress from)
        || from.getAddress() == null
        || from.getAddress().isLoopbackAddress()) {
      return true;
    }
    return admit(from.getAddress().getHostAddress(), System.nanoTime());
  }

  synchronized boolean admit(String address, long now) {
    if (now - since > MINUTE || begun.size() > ADDRESSES) {
      begun.clear();
      since = now;
    }
    return begun.merge(address, 1, Integer::sum) <= MOST;
  }
}
