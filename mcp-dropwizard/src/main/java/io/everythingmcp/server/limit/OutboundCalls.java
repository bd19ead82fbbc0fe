package io.everythingmcp.server.limit;

import java.util.Optional;

/**
 * Limits the number of threads that wait for other servers: in total, and for the clients of one
 * address. Further calls are rejected without waiting.
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

  /** Permission for a call, which must be closed. */
  @FunctionalInterface
  public interface Slot {
    /** Ends it. */
    void close();
  }

  /** Runs work that a client has caused: its outbound calls count for the address of the client. */
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
   * Outbound call on behalf of a client.
   *
   * @param <T> the result
   * @param <E> the exception
   */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    /** Does it. */
    T run() throws E;
  }

  /** Acquires a slot; empty if the limit is reached. */
  public Optional<Slot> begin() {
    String network = client.get();
    return shares.acquire(network, 1) == PerAddressLimit.Taking.TAKEN
        ? Optional.of(() -> shares.release(network, 1))
        : Optional.empty();
  }
}
