package io.everythingmcp.server.limit;

import java.util.Optional;

/**
 * Bounds how many threads wait for other servers at once: in all, and for the clients of one
 * address. What is more is refused and does not wait.
 */
public final class OutboundCalls {
  private final PerAddressLimit shares;
  private final ThreadLocal<String> client = ThreadLocal.withInitial(() -> "");

  /**
   * Bounds.
   *
   * @param most how many calls there may be at once
   * @param perAddress how many of them because of one address
   */
  public OutboundCalls(int most, int perAddress) {
    this.shares = new PerAddressLimit(most, perAddress);
  }

  /** A call that may be made; it is over when this is closed. */
  @FunctionalInterface
  public interface Slot {
    /** Ends it. */
    void close();
  }

  /** Does something because of a client: calls in it count for its address. */
  public <T, E extends Exception> T because(String address, Work<T, E> work) throws E {
    String before = client.get();
    client.set(ClientNetwork.of(address));
    try {
      return work.run();
    } finally {
      client.set(before);
    }
  }

  /**
   * What is done because of a client.
   *
   * @param <T> what comes of it
   * @param <E> what it throws
   */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    /** Does it. */
    T run() throws E;
  }

  /** A call may begin; empty where there are too many. */
  public Optional<Slot> begin() {
    String network = client.get();
    return shares.acquire(network, 1) == PerAddressLimit.Taking.TAKEN
        ? Optional.of(() -> shares.release(network, 1))
        : Optional.empty();
  }
}
