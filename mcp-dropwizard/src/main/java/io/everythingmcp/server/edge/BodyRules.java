package io.everythingmcp.server.edge;

import io.everythingmcp.server.limit.ClientNetwork;
import io.everythingmcp.server.limit.PerAddressLimit;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;

/**
 * How long bodies may take that have not arrived yet, and how many may be waited for: in all, and
 * from one address. One for each server, shared by its connectors.
 */
public final class BodyRules {
  private final Settings settings;
  private final PerAddressLimit bodies;
  private final PerAddressLimit bytes;

  /**
   * The bounds. One address may have half of each.
   *
   * @param time how long any body may take
   * @param rate for so many bytes that have come a second is added
   * @param most how many bodies may be waited for
   * @param bytes how much may have come of all of them
   */
  public record Settings(Duration time, long rate, int most, long bytes) {
    /** Those where nothing is configured. */
    public static final Settings USUAL =
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

  /** Those of the server that has got a request. */
  static BodyRules of(Request request) {
    Server server = request.getConnectionMetaData().getConnector().getServer();
    BodyRules rules = server.getBean(BodyRules.class);
    if (rules == null) {
      // A servlet that is embedded without the rest has the usual bounds.
      rules = new BodyRules(Settings.USUAL);
      server.addBean(rules);
    }
    return rules;
  }

  /** How many bodies are waited for. */
  public long waiting() {
    return bodies.taken();
  }

  /** How long a body may take of which so much has come. */
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

  /** What one body that is waited for takes. Not for several threads at once. */
  final class Place {
    private final String network;
    private long heldBytes;

    private Place(String network) {
      this.network = network;
    }

    /** More of it has come; false where that is too much. */
    boolean hold(long more) {
      if (bytes.acquire(network, more) != PerAddressLimit.Taking.TAKEN) {
        return false;
      }
      heldBytes += more;
      return true;
    }

    /** It is not waited for any more. */
    void release() {
      bodies.release(network, 1);
      bytes.release(network, heldBytes);
      heldBytes = 0;
    }
  }
}
