package io.everythingmcp.server.limit;

import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Bucket4j buckets in the store: read, compute, compare and swap. */
final class StoredBuckets extends AbstractCompareAndSwapBasedProxyManager<String> {
  private final KeyValueStore<String> states;
  private final Duration kept;

  /**
   * Creates the buckets.
   *
   * @param kept lifetime of a bucket after its last use; it must be full by then
   */
  StoredBuckets(StateStore store, Duration kept) {
    super(ClientSideConfig.getDefault());
    this.states = store.values("mcp:rate:", String.class);
    this.kept = kept;
  }

  @Override
  protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
    return new Swap(key);
  }

  @Override
  protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isAsyncModeSupported() {
    return false;
  }

  @Override
  public boolean isExpireAfterWriteSupported() {
    return false;
  }

  @Override
  public void removeProxy(String key) {
    states.remove(key);
  }

  @Override
  protected java.util.concurrent.CompletableFuture<Void> removeAsync(String key) {
    throw new UnsupportedOperationException();
  }

  private final class Swap implements CompareAndSwapOperation {
    private final String key;

    Swap(String key) {
      this.key = key;
    }

    @Override
    public Optional<byte[]> getStateData(Optional<Long> timeoutNanos) {
      return states.touch(key, kept).map(Base64.getDecoder()::decode);
    }

    @Override
    public boolean compareAndSwap(
        byte[] before, byte[] after, RemoteBucketState state, Optional<Long> timeoutNanos) {
      String next = Base64.getEncoder().encodeToString(after);
      if (before == null) {
        return states.putIfAbsent(key, next, kept);
      }
      String expected = Base64.getEncoder().encodeToString(before);
      AtomicBoolean swapped = new AtomicBoolean();
      states.update(
          key,
          now -> {
            swapped.set(now.equals(expected));
            return swapped.get() ? next : now;
          });
      return swapped.get();
    }
  }
}
