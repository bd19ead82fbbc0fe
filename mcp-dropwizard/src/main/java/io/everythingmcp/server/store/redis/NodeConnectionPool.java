package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.store.StoreCommandListener;
import io.everythingmcp.server.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Bounded pool of connections, used in LIFO order. Replaces the pool of Jedis, which opens a new
 * connection on the thread of a failed one and may block for twice the configured time, so that a
 * call could take far more than two seconds while Redis does not respond.
 */
final class NodeConnectionPool implements RedisConnectionPool {
  private static final RedisCommandLog LOG = new RedisCommandLog();

  /** With the time that a connection waits for Redis this stays under two seconds. */
  private static final Duration POOL_TIMEOUT = Duration.ofMillis(700);

  /** Idle time after which a firewall may have dropped a connection. */
  private static final Duration STALE = Duration.ofMinutes(1);

  private final Supplier<Connection> opener;
  private final Semaphore permits;
  private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();
  private final CommandPipeliner batches;
  private volatile StoreCommandListener watch = StoreCommandListener.NONE;
  private volatile boolean closed;

  private record Idle(Connection connection, long since) {
    boolean stale() {
      return System.nanoTime() - since > STALE.toNanos();
    }
  }

  /**
   * Creates the pool.
   *
   * @param most maximum number of connections
   * @param executor runs the continuations of asynchronous callers
   */
  NodeConnectionPool(Supplier<Connection> opener, int most, Executor executor) {
    this.opener = opener;
    this.batches = new CommandPipeliner(this::executeAll, executor);
    this.permits = new Semaphore(most, true);
  }

  @Override
  public <T> T executeCommand(CommandObject<T> command) {
    return waiting(command, connection -> connection.executeCommand(command));
  }

  /**
   * Runs commands in one round trip.
   *
   * @return for each command its reply, or the exception for an error reply
   */
  private List<Object> executeAll(List<CommandObject<?>> commands) {
    return execute(
        connection -> {
          commands.forEach(command -> connection.sendCommand(command.getArguments()));
          List<Object> replies = connection.getMany(commands.size());
          for (int i = 0; i < replies.size(); i++) {
            if (!(replies.get(i) instanceof RuntimeException)) {
              replies.set(i, commands.get(i).getBuilder().build(replies.get(i)));
            }
          }
          return replies;
        },
        commands);
  }

  @Override
  public <T> CompletableFuture<T> executeAsync(CommandObject<T> command) {
    return batches.submit(command);
  }

  /** Runs a command at a node that a slot of a cluster is moving to. */
  <T> T executeAsking(CommandObject<T> command) {
    return waiting(
        command,
        connection -> {
          connection.executeCommand(Protocol.Command.ASKING);
          return connection.executeCommand(command);
        });
  }

  @Override
  public void watch(StoreCommandListener listener) {
    watch = listener;
  }

  private <T> T waiting(CommandObject<?> command, Function<Connection, T> work) {
    return RedisReplyExecutor.waiting(() -> execute(work, List.of(command)));
  }

  private <T> T execute(Function<Connection, T> work, List<CommandObject<?>> commands) {
    long begun = System.nanoTime();
    boolean replied = false;
    try {
      T reply = run(work);
      replied = true;
      return reply;
    } catch (JedisDataException e) {
      // An error is a reply, too.
      replied = true;
      throw e;
    } finally {
      long nanos = System.nanoTime() - begun;
      for (CommandObject<?> command : commands) {
        watch.onCommand(nanos, !replied);
        LOG.sent(command.getArguments(), nanos, replied);
      }
    }
  }

  private <T> T run(Function<Connection, T> work) {
    acquirePermit();
    try {
      Connection connection = acquire();
      try {
        return work.apply(connection);
      } finally {
        release(connection);
      }
    } finally {
      permits.release();
    }
  }

  private void acquirePermit() {
    boolean acquired = false;
    try {
      acquired = permits.tryAcquire(POOL_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!acquired) {
      throw new StoreUnavailableException(
          new TimeoutException("All connections to Redis are in use"));
    }
  }

  private Connection acquire() {
    if (closed) {
      throw new JedisException("The store is closed");
    }
    Idle last = idle.pollFirst();
    if (last == null) {
      return opener.get();
    }
    if (last.stale()) {
      close(last.connection());
      closeIdle();
      return opener.get();
    }
    return last.connection();
  }

  private void release(Connection connection) {
    if (connection.isBroken()) {
      close(connection);
      return;
    }
    idle.addFirst(new Idle(connection, System.nanoTime()));
    Idle last = idle.peekLast();
    if (last != null && last.stale() && idle.removeLastOccurrence(last)) {
      close(last.connection());
    }
    if (closed) {
      closeIdle();
    }
  }

  @Override
  public void closeIdle() {
    for (Idle next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
      close(next.connection());
    }
  }

  private static void close(Connection connection) {
    RedisSocketFactory.shortenCloseTimeout(connection);
    try {
      connection.close();
    } catch (JedisException e) {
      // It had ended already.
    }
  }

  @Override
  public void close() {
    closed = true;
    closeIdle();
  }
}
