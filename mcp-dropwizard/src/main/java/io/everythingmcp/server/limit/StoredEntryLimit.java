package io.everythingmcp.server.limit;

import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Limits the entries of the store that requests without authentication create, on all instances: in
 * total, and for each address to three quarters of that, so that one address cannot prevent the
 * entries of others. An entry beyond the share of its address is refused; beyond the total the
 * entries that expire first are removed.
 */
public final class StoredEntryLimit {
  /** Time for which {@link ExpiringSets} has a member after its lifetime. */
  private static final Duration OVERDUE = Duration.ofHours(1);

  private static final int AT_ONCE = 100;

  private final ExpiringSets sets;
  private final KeyValueStore<String> networks;
  private final String all;
  private final int most;
  private final Consumer<String> remove;

  /**
   * Creates a limit.
   *
   * @param names names in the store
   * @param most maximum number of entries, at least 1
   * @param remove removes an entry by its id
   */
  public StoredEntryLimit(StateStore store, Names names, int most, Consumer<String> remove) {
    this.sets = store.members();
    this.networks = store.values(names.networks(), String.class);
    this.all = names.set();
    this.most = most;
    this.remove = remove;
  }

  /**
   * Names in the store.
   *
   * @param set set of all ids; the name of the set of an address begins with it
   * @param networks prefix of the keys that contain the address of an entry
   */
  public record Names(String set, String networks) {}

  /**
   * Counts an entry, before it is stored.
   *
   * @param id id of the entry
   * @param address address of the client
   * @param life lifetime of the entry
   * @return false when the address has its share already; then the entry must not be stored
   */
  public boolean admit(String id, String address, Duration life) {
    String network = ClientNetwork.of(address);
    String own = of(network);
    // Counted after it was added, so that concurrent requests cannot exceed the limit together.
    sets.add(own, id, life);
    if (isAbove(own, perNetwork())) {
      sets.remove(own, id);
      return false;
    }
    networks.put(id, network, life.plus(OVERDUE));
    sets.add(all, id, life);
    if (isAbove(all, most)) {
      int above = (int) Math.min(AT_ONCE, sets.count(all) - most);
      evict(sets.earliest(all, above));
    }
    return true;
  }

  /**
   * Sets the remaining lifetime of a counted entry.
   *
   * @param life lifetime from now
   */
  public void expire(String id, Duration life) {
    networks
        .get(id)
        .ifPresent(
            network -> {
              sets.add(of(network), id, life);
              sets.add(all, id, life);
            });
  }

  /** Ends the counting of an entry that was removed, or needs no limit any longer. */
  public void release(String id) {
    sets.remove(all, id);
    networks.take(id).ifPresent(network -> sets.remove(of(network), id));
  }

  /** Whether there are too many members, also without those whose lifetime has passed. */
  private boolean isAbove(String set, int limit) {
    if (sets.count(set) <= limit) {
      return false;
    }
    evict(sets.overdue(set, AT_ONCE));
    return sets.count(set) > limit;
  }

  private void evict(List<String> ids) {
    for (String id : ids) {
      remove.accept(id);
      release(id);
    }
  }

  private String of(String network) {
    return all + ":" + network;
  }

  private int perNetwork() {
    return most - most / 4;
  }
}
