package io.everythingmcp.server.protocol.stateless.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.change.ChangeBus;
import io.everythingmcp.server.change.ChangeEvent;
import io.everythingmcp.server.limit.ClientNetwork;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerExecutor;
import io.everythingmcp.server.protocol.stateless.task.TaskExtensionCalls;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.wire.RpcMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All {@code subscriptions/listen} that are connected to this instance. Changes of all instances
 * reach them over the bus.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/subscriptions">Subscriptions</a>
 */
public final class SubscriptionStreamRegistry {
  private final TaskExtensionCalls tasks;
  private final ServerExecutor workers;
  private final ObjectNode result;
  private final Limits limits;
  private final Map<SubscriptionStream, ServerExecutor.Timer> open = new ConcurrentHashMap<>();
  private final Map<String, Integer> shares = new ConcurrentHashMap<>();

  /**
   * Maximum number of open streams.
   *
   * @param all on this instance
   * @param perOwner of one authenticated caller, on this instance
   * @param perAddress of the unauthenticated callers of one address, on this instance
   */
  public record Limits(int all, int perOwner, int perAddress) {
    /** The default limits. */
    public static final Limits DEFAULTS = new Limits(10_000, 100, 5_000);
  }

  /**
   * Creates the registry.
   *
   * @param result the result at the end of the requests
   */
  public SubscriptionStreamRegistry(
      ChangeBus bus,
      ServerExecutor workers,
      ObjectNode result,
      Limits limits,
      TaskExtensionCalls tasks) {
    this.tasks = tasks;
    this.workers = workers;
    this.result = result;
    this.limits = limits;
    bus.subscribe(change -> workers.execute(() -> publish(change)));
  }

  /** Returns the violations of the parameters of a request; empty if they are valid. */
  public static Optional<String> violation(JsonNode params) {
    return SubscriptionFilter.violation(params);
  }

  /**
   * Returns the limit that a caller has reached; empty if the caller may open a stream.
   *
   * @param address of the client; empty for a local one
   */
  public Optional<String> limitReached(CallerIdentity caller, String address) {
    if (open.size() >= limits.all) {
      return Optional.of("Limit of subscriptions/listen streams reached: " + limits.all);
    }
    boolean known = !caller.ownerKey().isEmpty();
    int most = known ? limits.perOwner : limits.perAddress;
    return shares.getOrDefault(share(caller, address), 0) >= most
        ? Optional.of(
            "Limit of subscriptions/listen streams of this "
                + (known ? "caller" : "address")
                + " reached: "
                + most)
        : Optional.empty();
  }

  /** Streams with the same share have a common limit; empty for no limit. */
  private static String share(CallerIdentity caller, String address) {
    String owner = caller.ownerKey();
    return owner.isEmpty() && !address.isEmpty() ? "address " + ClientNetwork.of(address) : owner;
  }

  /**
   * Opens a stream until the client disconnects, its authentication ends, or the server stops.
   *
   * @param ended called at the end
   * @return ends it without a message
   */
  public Runnable open(
      IncomingMessage in, RpcMessage.Request request, ResponseExchange exchange, Runnable ended) {
    ListenRequest subscriber =
        new ListenRequest(
            request.id(),
            in.caller().ownerKey(),
            share(in.caller(), exchange.address()),
            in.channel() == IncomingMessage.Channel.STDIO);
    SubscriptionFilter filter =
        SubscriptionFilter.of(request.params()).only(id -> tasks.exists(id, subscriber.owner()));
    List<PubSubChannels.Subscription> followed = new CopyOnWriteArrayList<>();
    SubscriptionStream listen =
        new SubscriptionStream(
            subscriber,
            filter,
            exchange,
            result,
            over -> {
              followed.forEach(PubSubChannels.Subscription::close);
              remove(over);
              ended.run();
            });
    add(listen);
    exchange.setListener(listen);
    listen.start();
    for (String id : filter.tasks()) {
      tasks.subscribe(id, subscriber.owner(), listen::send).ifPresent(followed::add);
    }
    if (!open.containsKey(listen)) {
      followed.forEach(PubSubChannels.Subscription::close);
    }
    in.caller().expiry().ifPresent(end -> scheduleEnd(listen, end));
    return listen::closeWithoutResponse;
  }

  private void add(SubscriptionStream listen) {
    open.put(listen, () -> {});
    String share = listen.subscriber().share();
    if (!share.isEmpty()) {
      shares.merge(share, 1, Integer::sum);
    }
  }

  private void remove(SubscriptionStream listen) {
    ServerExecutor.Timer timer = open.remove(listen);
    if (timer != null) {
      timer.cancel();
      shares.computeIfPresent(
          listen.subscriber().share(), (share, count) -> count == 1 ? null : count - 1);
    }
  }

  private void scheduleEnd(SubscriptionStream listen, Instant end) {
    ServerExecutor.Timer timer =
        workers.schedule(Duration.between(Instant.now(), end), listen::finish);
    if (open.replace(listen, timer) == null) {
      timer.cancel();
    }
  }

  private void publish(ChangeEvent change) {
    open.keySet().forEach(listen -> listen.send(change));
  }

  /** Ends all streams with their responses. */
  public void drain() {
    open.keySet().forEach(SubscriptionStream::finish);
  }
}
