package io.everythingmcp.server.store.redis;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ManagedBlocker;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Threads for the continuations of asynchronous commands. They are few, so that they are rarely
 * woken; a thread that itself waits for Redis is replaced by another one.
 */
final class RedisReplyExecutor {
  private static final int FEW = Math.max(4, Runtime.getRuntime().availableProcessors());
  private static final int MOST = 256;
  private static final int IDLE_SECONDS = 60;

  private RedisReplyExecutor() {}

  /** A new pool of them. */
  static ForkJoinPool pool() {
    return new ForkJoinPool(
        FEW,
        RedisReplyExecutor::thread,
        null,
        true,
        FEW,
        MOST,
        FEW / 2,
        // If there is no thread for the waiting ones, the remaining threads are used.
        pool -> true,
        IDLE_SECONDS,
        TimeUnit.SECONDS);
  }

  private static ForkJoinWorkerThread thread(ForkJoinPool pool) {
    ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
    thread.setName("mcp-redis-reply-" + thread.getPoolIndex());
    return thread;
  }

  /** Runs work that blocks; on a thread of this pool, another thread is started meanwhile. */
  static <T> T waiting(Supplier<T> work) {
    if (!(Thread.currentThread() instanceof ForkJoinWorkerThread)) {
      return work.get();
    }
    Waiting<T> waiting = new Waiting<>(work);
    try {
      ForkJoinPool.managedBlock(waiting);
    } catch (InterruptedException e) {
      throw new IllegalStateException("These threads are never interrupted", e);
    }
    return waiting.result;
  }

  private static final class Waiting<T> implements ManagedBlocker {
    private final Supplier<T> work;
    private T result;

    Waiting(Supplier<T> work) {
      this.work = work;
    }

    @Override
    public boolean block() {
      result = work.get();
      return true;
    }

    @Override
    public boolean isReleasable() {
      return false;
    }
  }
}
