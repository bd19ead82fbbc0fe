package io.everythingmcp.server.store.redis;

import io.everythingmcp.server.store.StoreCommandListener;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.Stream;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisMovedDataException;
import redis.clients.jedis.exceptions.JedisRedirectionException;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * Connections to the nodes of a cluster: a command goes to the node that has its key, in one
 * lookup. The executor of Jedis is not used, because it repeats any command whose outcome is
 * unknown, even one that must not run twice.
 *
 * @see <a href="https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/">Redis
 *     cluster specification</a>
 */
final class ClusterConnections implements RedisConnectionPool {
  private static final int SLOTS = 16_384;
  private static final long LEARN_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final List<HostAndPort> seeds;
  private final Function<HostAndPort, NodeConnectionPool> opener;
  private final Map<HostAndPort, NodeConnectionPool> nodes = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<HostAndPort> owners = new AtomicReferenceArray<>(SLOTS);
  private volatile StoreCommandListener watch = StoreCommandListener.NONE;
  private volatile boolean slotsKnown;
  private long lastRefresh = System.nanoTime() - LEARN_AGAIN_NANOS;

  /**
   * Creates the connections.
   *
   * @param seeds some of the nodes
   * @param opener creates the pool of one node
   */
  ClusterConnections(List<HostAndPort> seeds, Function<HostAndPort, NodeConnectionPool> opener) {
    this.seeds = seeds;
    this.opener = opener;
  }

  @Override
  public <T> T executeCommand(CommandObject<T> command) {
    if (!slotsKnown) {
      refreshSlots();
    }
    try {
      return at(owner(command.getArguments())).executeCommand(command);
    } catch (JedisMovedDataException e) {
      slotsKnown = false;
      owners.set(e.getSlot(), e.getTargetNode());
      return at(e.getTargetNode()).executeCommand(command);
    } catch (JedisAskDataException e) {
      return at(e.getTargetNode()).executeAsking(command);
    } catch (JedisConnectionException e) {
      slotsKnown = false;
      throw e;
    }
  }

  @Override
  public <T> CompletableFuture<T> executeAsync(CommandObject<T> command) {
    if (!slotsKnown) {
      refreshSlots();
    }
    return at(owner(command.getArguments()))
        .executeAsync(command)
        .exceptionallyCompose(
            e -> {
              if (e instanceof JedisRedirectionException) {
                return CompletableFuture.completedFuture(executeCommand(command));
              }
              slotsKnown &= !(e instanceof JedisConnectionException);
              return CompletableFuture.failedFuture(e);
            });
  }

  private NodeConnectionPool at(HostAndPort node) {
    return nodes.computeIfAbsent(node, this::open);
  }

  private NodeConnectionPool open(HostAndPort node) {
    NodeConnectionPool connections = opener.apply(node);
    connections.watch(watch);
    return connections;
  }

  @Override
  public void watch(StoreCommandListener listener) {
    watch = listener;
    nodes.values().forEach(node -> node.watch(listener));
  }

  /**
   * Returns the node of a command. PUBLISH may use any node; the same channel always uses the same
   * node, so that messages keep their order.
   */
  private HostAndPort owner(CommandArguments command) {
    Iterator<Integer> slots = command.getKeyHashSlots().iterator();
    int slot = slots.hasNext() ? slots.next() : JedisClusterCRC16.getSlot(command.get(1).getRaw());
    HostAndPort owner = owners.get(slot);
    return owner == null ? seeds.get(slot % seeds.size()) : owner;
  }

  private synchronized void refreshSlots() {
    if (slotsKnown || System.nanoTime() - lastRefresh < LEARN_AGAIN_NANOS) {
      return;
    }
    JedisException problem = null;
    for (HostAndPort node :
        Stream.concat(nodes.keySet().stream(), seeds.stream()).distinct().toList()) {
      try {
        refreshSlots(node);
        slotsKnown = true;
        lastRefresh = System.nanoTime();
        return;
      } catch (JedisException e) {
        problem = e;
      }
    }
    lastRefresh = System.nanoTime();
    throw new JedisConnectionException("No node of the cluster is reachable", problem);
  }

  private void refreshSlots(HostAndPort from) {
    CommandArguments slots = new CommandArguments(Protocol.Command.CLUSTER).add("SLOTS");
    Object reply = at(from).executeCommand(new CommandObject<>(slots, BuilderFactory.RAW_OBJECT));
    for (Object range : (List<?>) reply) {
      List<?> parts = (List<?>) range;
      List<?> master = (List<?>) parts.get(2);
      String host = LuaScript.text(master.get(0));
      HostAndPort owner =
          new HostAndPort(host.isEmpty() ? from.getHost() : host, number(master.get(1)));
      for (int slot = number(parts.get(0)); slot <= number(parts.get(1)); slot++) {
        owners.set(slot, owner);
      }
    }
  }

  private static int number(Object reply) {
    return ((Long) reply).intValue();
  }

  @Override
  public void closeIdle() {
    slotsKnown = false;
    nodes.values().forEach(NodeConnectionPool::closeIdle);
  }

  @Override
  public void close() {
    nodes.values().forEach(NodeConnectionPool::close);
  }
}
