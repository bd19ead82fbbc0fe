package io.everythingmcp.server.limit;

import java.util.HashMap;
import java.util.Map;

/**
 * Something of which there is so much, and so much for each address. Counted in this process: it is
 * about what the process itself has, threads, memory and connections.
 */
public final class PerAddressLimit {
  private final long most;
  private final long each;
  private final Map<String, Long> taken = new HashMap<>();
  private long all;

  /** What became of an attempt to take some. */
  public enum Taking {
    /** It was taken. */
    TAKEN,
    /** The address has its share already. */
    ADDRESS_FULL,
    /** All of it is taken. */
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

  /** Gives back what was taken. */
  public synchronized void release(String network, long amount) {
    if (amount > 0) {
      all -= amount;
      taken.computeIfPresent(network, (key, now) -> now > amount ? now - amount : null);
    }
  }

  /** How much is taken. */
  public synchronized long taken() {
    return all;
  }
}
