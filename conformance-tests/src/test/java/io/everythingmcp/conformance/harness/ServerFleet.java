package io.everythingmcp.conformance.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Several instances of the server, each in a separate process, on one Redis, behind a {@link
 * LoadBalancer}.
 */
public final class ServerFleet implements AutoCloseable {
  private final RedisServer redis;
  private final LoadBalancer balancer;
  private final ServerLaunch launch;
  private final List<ServerProcess> instances = new ArrayList<>();

  private ServerFleet(RedisServer redis, LoadBalancer balancer, ServerLaunch launch) {
    this.redis = redis;
    this.balancer = balancer;
    this.launch = launch;
  }

  /** Starts a number of instances with environment variables: name, value, name, value. */
  public static ServerFleet of(int count, String... namesAndValues) {
    return of(count, ServerLaunch.with(namesAndValues));
  }

  /** Starts a number of instances with this launch configuration. */
  public static ServerFleet of(int count, ServerLaunch launch) {
    RedisServer redis = RedisServer.start();
    return of(count, launch, redis, redis.url());
  }

  /**
   * Starts a number of instances with this launch configuration.
   *
   * @param redis is stopped with them
   * @param url address of the Redis
   */
  public static ServerFleet of(int count, ServerLaunch launch, RedisServer redis, String url) {
    LoadBalancer balancer = LoadBalancer.open();
    Map<String, String> more = new TreeMap<>(launch.environment());
    more.putIfAbsent("AUTH_MODE", "none");
    more.put("STORE", "redis");
    more.put("REDIS_URL", url);
    more.put("BASE_URI", balancer.uri().toString());
    ServerFleet fleet =
        new ServerFleet(redis, balancer, new ServerLaunch(more, launch.jvm(), launch.config()));
    try {
      fleet.start(count);
      return fleet;
    } catch (RuntimeException | Error e) {
      fleet.close();
      throw e;
    }
  }

  private void start(int count) {
    ExecutorService starters = Executors.newFixedThreadPool(count);
    try {
      List<CompletableFuture<ServerProcess>> starting = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        starting.add(CompletableFuture.supplyAsync(launch::start, starters));
      }
      for (CompletableFuture<ServerProcess> next : starting) {
        ServerProcess instance = next.join();
        instances.add(instance);
        balancer.add(instance.port());
      }
    } finally {
      starters.shutdown();
    }
  }

  /** Returns an instance by its index from 0. */
  public ServerProcess instance(int index) {
    return instances.get(index);
  }

  public int size() {
    return instances.size();
  }

  /** Returns a client whose requests alternate between the instances. */
  public RawClient client() {
    return new RawClient(balancer.uri());
  }

  public LoadBalancer balancer() {
    return balancer;
  }

  public RedisServer redis() {
    return redis;
  }

  /** Replaces an instance, which may have been killed, by a new one. */
  public ServerProcess restart(int index) {
    ServerProcess next = launch.start();
    balancer.replace(instances.get(index).port(), next.port());
    instances.set(index, next);
    return next;
  }

  @Override
  public void close() {
    instances.forEach(ServerProcess::sendTerminate);
    try {
      instances.forEach(ServerProcess::close);
    } finally {
      balancer.close();
      redis.close();
    }
  }
}
