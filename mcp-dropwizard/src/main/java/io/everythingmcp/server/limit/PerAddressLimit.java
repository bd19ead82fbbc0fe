package io.everythingmcp.server.limit;

import java.util.HashMap;
import java.util.Map;

/**
 * Limit in total and for each address. Counted in this process, because it protects the resources
 * of the process: threads, memory and connections.
 */
public final class PerAddressLimit {
  private final long most;
  private final long each;
  private final Map<String, Long> taken = new HashMap<>();
  private long all;

  /** Result of an acquisition. */
  public enum Taking {
    /** It was acquired. */
    TAKEN,
    /** The limit of the address is reached. */
    ADDRESS_FULL,
    /** The total limit is reached. */
    ALL_FULL
  }

  /**
   * Shares.
   *
   * @param most how much there is
   * @param each how much one address may have
   */
  public PerAddressLimit(long most, long each) {
    this.most = most;
    this.each = each;
  }

  /**
   * Takes an amount.
   *
   * @param network the network, by {@link ClientNetwork}
   */
  public synchronized Taking acquire(String network, long amount) {
    long now = taken.getOrDefault(network, 0L);
    if (amount > each - now) {
      return Taking.ADDRESS_FULL;
    }
    if (amount > most - all) {
      return Taking.ALL_FULL;
    }
    if (amount > 0) {
      all += amount;
      taken.put(network, now + amount);
    }
    return Taking.TAKEN;
  }

  /** Releases an amount. */
  public synchronized void release(String network, long amount) {
    if (amount > 0) {
      all -= amount;
      taken.computeIfPresent(network, (key, now) -> now > amount ? now - amount : null);
    }
  }

  /** Returns the acquired amount. */
  public synchronized long taken() {
    return all;
  }
}
