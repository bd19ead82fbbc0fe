package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.store.StoreCommandListener;
import io.everythingmcp.server.store.StoreUnavailableException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Runs commands, and reports every Redis outage as the same exception. */
final class RedisCommandExecutor implements AutoCloseable {
  /** Failure duration that leaves time for a second attempt within the two seconds of a call. */
  private static final Duration QUICK = Duration.ofMillis(200);

  /**
   * Error replies about the state of Redis and not about the command. Scripts embed them in their
   * own error text.
   */
  private static final Pattern STATE =
      Pattern.compile(
          "\\b(OOM|LOADING|BUSY|MASTERDOWN|READONLY|MISCONF|NOREPLICAS|CLUSTERDOWN|TRYAGAIN"
              + "|NOAUTH|NOPERM|WRONGPASS|AUTH|max number of clients|DB index)\\b");

  private final RedisConnectionPool connections;
  private final UnifiedJedis redis;

  RedisCommandExecutor(RedisTopology place, int most, Executor executor) {
    JedisClientConfig config = place.config("everything-server");
    connections =
        place.kind() == RedisTopology.Kind.CLUSTER
            ? new ClusterConnections(
                place.addresses(), node -> connections(() -> node, config, most, executor))
            : connections(place.target(), config, most, executor);
    // The client requires a pool, which stays empty; without an explicit protocol version it would
    // connect now to negotiate one.
    ConnectionPoolConfig none = new ConnectionPoolConfig();
    none.setTimeBetweenEvictionRuns(Duration.ZERO);
    none.setJmxEnabled(false);
    redis =
        RedisClient.builder()
            .hostAndPort(place.addresses().get(0))
            .clientConfig(DefaultJedisClientConfig.builder().resp2().build())
            .poolConfig(none)
            .commandExecutor(connections)
            .build();
  }

  private static NodeConnectionPool connections(
      Supplier<HostAndPort> target, JedisClientConfig config, int most, Executor executor) {
    RedisSocketFactory sockets = new RedisSocketFactory(target, config);
    return new NodeConnectionPool(() -> new Connection(sockets, config), most, executor);
  }

  /**
   * Runs a command that must not be repeated.
   *
   * @throws StoreUnavailableException if Redis is unavailable; the command may have been executed
   */
  <T> T executeOnce(Function<UnifiedJedis, T> command) {
    try {
      return command.apply(redis);
    } catch (JedisException e) {
      throw failure(e);
    }
  }

  /**
   * Runs a command that may be repeated. If its idle connection was closed in the meantime, it is
   * repeated on another one.
   *
   * @throws StoreUnavailableException if Redis is unavailable
   */
  <T> T repeatable(Function<UnifiedJedis, T> command) {
    return repeatable(command, command);
  }

  /**
   * Runs a command that must not be executed twice, and that can detect its repetition.
   *
   * @param first the command
   * @param again the command for a repetition
   * @throws StoreUnavailableException if Redis is unavailable; the command may have been executed
   */
  <T> T repeatable(Function<UnifiedJedis, T> first, Function<UnifiedJedis, T> again) {
    long begun = System.nanoTime();
    try {
      return first.apply(redis);
    } catch (JedisException e) {
      RuntimeException failure = failure(e);
      if (!isConnectionError(e) || System.nanoTime() - begun > QUICK.toNanos()) {
        throw failure;
      }
    }
    return executeOnce(again);
  }

  /**
   * Runs a command that may be executed twice, without waiting for its reply.
   *
   * @return completed already, or later on a thread that may wait; fails like the other methods
   */
  <T> CompletionStage<T> executeAsync(CommandObject<T> command) {
    long begun = System.nanoTime();
    return connections.executeAsync(command).exceptionallyCompose(e -> retry(command, e, begun));
  }

  private <T> CompletionStage<T> retry(CommandObject<T> command, Throwable problem, long begun) {
    Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
    if (!(cause instanceof JedisException e)) {
      return CompletableFuture.failedFuture(cause);
    }
    RuntimeException failure = failure(e);
    return isConnectionError(e) && System.nanoTime() - begun < QUICK.toNanos()
        ? CompletableFuture.completedFuture(executeOnce(any -> any.executeCommand(command)))
        : CompletableFuture.failedFuture(failure);
  }

  void watch(StoreCommandListener watch) {
    connections.watch(watch);
  }

  private RuntimeException failure(JedisException e) {
    if (isConnectionError(e) || isReplicaError(e)) {
      // The others were most likely closed together with this one.
      connections.closeIdle();
    }
    boolean ours =
        e instanceof JedisDataException && !STATE.matcher(String.valueOf(e.getMessage())).find();
    return ours ? e : new StoreUnavailableException(e);
  }

  /** The server was the master once, and another one is now. */
  private static boolean isReplicaError(JedisException e) {
    return String.valueOf(e.getMessage()).contains("READONLY");
  }

  private static boolean isConnectionError(JedisException e) {
    return e instanceof JedisConnectionException
        && !(e.getCause() instanceof SocketTimeoutException);
  }

  @Override
  public void close() {
    redis.close();
  }
}
