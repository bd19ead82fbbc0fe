package io.everythingmcp.server.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.InstanceRegistry;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.wire.SecureIds;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** All tasks, on all instances. */
public final class TaskStore {
  /** Maximum lifetime of a task. */
  public static final Duration LONGEST = Duration.ofHours(1);

  /** Default retention time of a task. */
  public static final Duration DEFAULT_TTL = Duration.ofMinutes(10);

  /** Recommended polling interval of clients. */
  public static final Duration POLL = Duration.ofSeconds(1);

  /** How many tasks one owner may have. */
  public static final int MAX_PER_OWNER = 1_000;

  private static final String OF_OWNER = "mcp:tasks:owner:";

  private final KeyValueStore<Task> records;
  private final ExpiringSets members;
  private final PubSubChannels signals;
  private final InstanceRegistry instances;
  private final List<Consumer<Task>> listeners = new CopyOnWriteArrayList<>();

  public TaskStore(StateStore store) {
    this.records = store.values("mcp:task:", Task.class);
    this.members = store.members();
    this.signals = store.signals();
    this.instances = store.instances();
  }

  /**
   * Creates a task, which can be read before this method returns. Empty if the owner has reached
   * the limit.
   */
  public Optional<Task> begin(Task.Origin origin, Duration ttl) {
    if (members.count(OF_OWNER + origin.owner()) >= MAX_PER_OWNER
        && of(origin.owner()).size() >= MAX_PER_OWNER) {
      return Optional.empty();
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Duration kept = ttl.compareTo(LONGEST) > 0 ? LONGEST : ttl;
    Task task =
        new Task(
            SecureIds.random(),
            origin,
            Task.Status.WORKING,
            null,
            new Task.Times(now, now, kept),
            Task.Dialog.begun(instances.self()),
            null,
            null);
    records.put(task.id(), task, kept);
    members.add(OF_OWNER + origin.owner(), task.id(), kept);
    return Optional.of(task);
  }

  /** The task with this id, if it is this owner's. */
  public Optional<Task> find(String id, String owner) {
    Optional<Task> task = records.get(id).filter(known -> known.origin().owner().equals(owner));
    return task.filter(this::orphaned).isPresent() ? move(id, this::ended) : task;
  }

  private boolean orphaned(Task task) {
    String worker = task.dialog().worker();
    return task.status() == Task.Status.WORKING && worker != null && !instances.isRunning(worker);
  }

  private Task ended(Task task) {
    return orphaned(task)
        ? task.failed(
            new RequestOutcome.Failed(
                ErrorKind.INTERNAL_ERROR,
                "The instance processing this task failed; the outcome is unknown",
                Map.of()))
        : task;
  }

  /** Returns all tasks of an owner, in order of creation. */
  public List<Task> of(String owner) {
    return members.list(OF_OWNER + owner).stream()
        .flatMap(id -> findOwned(owner, id).stream())
        .sorted(Comparator.comparing((Task task) -> task.times().created()).thenComparing(Task::id))
        .toList();
  }

  /** Removes all tasks of an owner and cancels those in progress. */
  public void removeAll(String owner) {
    for (String id : members.list(OF_OWNER + owner)) {
      records.remove(id);
      members.remove(OF_OWNER + owner, id);
      signals.publish(channel(id), "");
    }
  }

  private Optional<Task> findOwned(String owner, String id) {
    Optional<Task> task = find(id, owner);
    if (task.isEmpty()) {
      members.remove(OF_OWNER + owner, id);
    }
    return task;
  }

  /** It is done. */
  public void complete(String id, JsonNode result) {
    move(id, task -> task.completed(result));
  }

  /** It cannot be done. */
  public void fail(String id, RequestOutcome.Failed why) {
    move(id, task -> task.failed(why));
  }

  /** Cancels a task; empty if it had ended before. */
  public Optional<Task> cancel(String id) {
    String turn = SecureIds.random();
    return move(id, task -> task.cancelled(turn)).filter(task -> turn.equals(task.dialog().turn()));
  }

  /**
   * Records that a task requires input.
   *
   * @param inputRequests by the feature's keys: method and parameters
   * @param state request state of the feature, or null
   */
  public void requireInput(String id, Map<String, JsonNode> inputRequests, String state) {
    move(
        id,
        task -> {
          Map<String, JsonNode> unique = new LinkedHashMap<>();
          Map<String, String> keys = new LinkedHashMap<>();
          inputRequests.forEach(
              (key, inputRequest) -> {
                String uniqueKey =
                    task.dialog().roundTrips() == 0
                        ? key
                        : key + "-" + (task.dialog().roundTrips() + 1);
                unique.put(uniqueKey, inputRequest);
                keys.put(uniqueKey, key);
              });
          return task.requiringInput(unique, keys, state);
        });
  }

  /**
   * Stores an input response; returns the task if it was the last one, so that the caller resumes
   * it. Other responses are stored or ignored.
   */
  public Optional<Task> respond(String id, String key, InputResponse response) {
    String turn = SecureIds.random();
    return move(id, task -> task.withResponse(key, response, turn, instances.self()))
        .filter(task -> turn.equals(task.dialog().turn()));
  }

  private Optional<Task> move(String id, UnaryOperator<Task> change) {
    boolean[] moved = new boolean[1];
    Optional<Task> task =
        records.update(
            id,
            now -> {
              Task next = now.status().terminal() ? now : change.apply(now);
              moved[0] = !next.equals(now);
              return next;
            });
    if (task.isPresent() && moved[0]) {
      signals.publish(channel(id), "");
      listeners.forEach(listener -> listener.accept(task.get()));
    }
    return task;
  }

  /** Is called whenever a task may have changed, wherever it did. Must not block. */
  public PubSubChannels.Subscription subscribe(String id, Runnable listener) {
    return signals.subscribe(channel(id), message -> listener.run());
  }

  /** Adds a listener for every task that this instance changes. */
  public void addListener(Consumer<Task> listener) {
    listeners.add(listener);
  }

  private static String channel(String id) {
    return "mcp:task:" + id;
  }
}
