package io.everythingmcp.server.protocol;

import io.everythingmcp.server.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for work that may wait, and a clock. Virtual threads where the JVM has them, otherwise a
 * bounded pool.
 */
public final class ServerExecutor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerExecutor.class);
  private static final int PLATFORM_THREADS = 256;
  private static final Duration FULL = Duration.ofMillis(50);

  private final ExecutorService executor;
  private final ScheduledThreadPoolExecutor clock;
  private final AtomicInteger running;
  private final boolean shared;
  private final Set<Timer> repeating = ConcurrentHashMap.newKeySet();

  /**
   * Workers.
   *
   * @param virtual whether to use virtual threads; only possible on Java 21 and later
   */
  public ServerExecutor(boolean virtual) {
    executor = virtual ? virtualThreads() : platformThreads();
    clock = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "mcp-clock"));
    clock.setRemoveOnCancelPolicy(true);
    running = new AtomicInteger();
    shared = false;
  }

  private ServerExecutor(ServerExecutor others) {
    executor = others.executor;
    clock = others.clock;
    running = others.running;
    shared = true;
  }

  /**
   * Returns a view with the same threads and clock, whose periodic tasks end when the view is
   * closed.
   */
  public ServerExecutor sharedView() {
    return new ServerExecutor(this);
  }

  /** Whether this JVM has virtual threads. */
  public static boolean virtualThreadsExist() {
    return Runtime.version().feature() >= 21;
  }

  private static ExecutorService virtualThreads() {
    try {
      return (ExecutorService)
          java.util.concurrent.Executors.class
              .getMethod("newVirtualThreadPerTaskExecutor")
              .invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "Virtual threads need Java 21 or later; set virtualThreads to auto or off", e);
    }
  }

  private static ExecutorService platformThreads() {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        PLATFORM_THREADS,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> daemon(task, "mcp-worker-" + number.incrementAndGet()));
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Runs a task that may block; returns false if the queue is full. */
  public boolean tryExecute(Runnable task) {
    try {
      executor.execute(() -> runLoggingErrors(task));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** Runs a task that may block and must not be lost, as soon as a thread is available. */
  public void execute(Runnable task) {
    if (!tryExecute(task) && !clock.isShutdown()) {
      Timer unused = schedule(FULL, () -> execute(task));
    }
  }

  /** Returns an executor with the same threads; it throws if it rejects a task. */
  public Executor executor() {
    return executor;
  }

  /** How many run now. */
  public int running() {
    return running.get();
  }

  private void runLoggingErrors(Runnable task) {
    running.incrementAndGet();
    try {
      task.run();
    } catch (StoreUnavailableException e) {
      // The store logs its unavailability itself.
      LOG.debug("Work failed: {}", e.getMessage());
    } catch (RuntimeException | Error e) {
      LOG.error("Work failed", e);
    } finally {
      running.decrementAndGet();
    }
  }

  /** Runs a task after a delay. It must not block. */
  public Timer schedule(Duration delay, Runnable task) {
    return timer(clock.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Runs a task periodically on a worker. A run that would overlap the previous one is skipped. */
  public Timer scheduleAtFixedRate(Duration period, Runnable task) {
    long millis = period.toMillis();
    Semaphore free = new Semaphore(1);
    Runnable once =
        () -> {
          try {
            task.run();
          } finally {
            free.release();
          }
        };
    Timer timer =
        timer(
            clock.scheduleAtFixedRate(
                () -> {
                  if (free.tryAcquire() && !tryExecute(once)) {
                    free.release();
                  }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS));
    repeating.add(timer);
    return () -> {
      repeating.remove(timer);
      timer.cancel();
    };
  }

  private static Timer timer(Future<?> future) {
    return () -> future.cancel(false);
  }

  /** A scheduled task. */
  @FunctionalInterface
  public interface Timer {
    /** Cancels the task. */
    void cancel();
  }

  @Override
  public void close() {
    repeating.forEach(Timer::cancel);
    if (shared) {
      return;
    }
    clock.shutdownNow();
    executor.shutdownNow();
  }
}
