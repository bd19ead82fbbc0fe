package io.everythingmcp.server.edge;

import io.everythingmcp.server.limit.ClientNetwork;
import io.everythingmcp.server.limit.PerAddressLimit;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;

/**
 * Timeouts of pending bodies, and limits of their number and size: in total, and per address. One
 * object per server, shared by its connectors.
 */
public final class BodyRules {
  private final Settings settings;
  private final PerAddressLimit bodies;
  private final PerAddressLimit bytes;

  /**
   * Limits. One address may use half of each.
   *
   * @param time timeout of a body
   * @param rate number of received bytes that extend the timeout by one second
   * @param most maximum number of pending bodies
   * @param bytes maximum number of received bytes of all pending bodies
   */
  public record Settings(Duration time, long rate, int most, long bytes) {
    /** Default limits. */
    public static final Settings DEFAULTS =
        new Settings(Duration.ofSeconds(30), 10_240, 10_000, 64 << 20);
  }

  /** Bounds. */
  public BodyRules(Settings settings) {
    this.settings = settings;
    this.bodies = new PerAddressLimit(settings.most(), half(settings.most()));
    this.bytes = new PerAddressLimit(settings.bytes(), half(settings.bytes()));
  }

  private static long half(long all) {
    return (all + 1) / 2;
  }

  /** Returns the rules of the server that received a request. */
  static BodyRules of(Request request) {
    Server server = request.getConnectionMetaData().getConnector().getServer();
    BodyRules rules = server.getBean(BodyRules.class);
    if (rules == null) {
      // A servlet that is embedded without the bundle has the default bounds.
      rules = new BodyRules(Settings.DEFAULTS);
      server.addBean(rules);
    }
    return rules;
  }

  /** How many bodies are waited for. */
  public long waiting() {
    return bodies.taken();
  }

  /** Returns the timeout of a body with this number of received bytes. */
  Duration time(long received) {
    return settings.time().plusMillis(received * 1_000 / settings.rate());
  }

  /** One more is waited for; empty where there are too many. */
  Optional<Place> acquire(String address) {
    String network = ClientNetwork.of(address);
    return bodies.acquire(network, 1) == PerAddressLimit.Taking.TAKEN
        ? Optional.of(new Place(network))
        : Optional.empty();
  }

  /** Resources of one pending body. Not thread-safe. */
  final class Place {
    private final String network;
    private long heldBytes;

    private Place(String network) {
      this.network = network;
    }

    /** Counts further bytes; returns false if the limit is reached. */
    boolean hold(long more) {
      if (bytes.acquire(network, more) != PerAddressLimit.Taking.TAKEN) {
        return false;
      }
      heldBytes += more;
      return true;
    }

    /** Releases the resources of the body. */
    void release() {
      bodies.release(network, 1);
      bytes.release(network, heldBytes);
      heldBytes = 0;
    }
  }
}
