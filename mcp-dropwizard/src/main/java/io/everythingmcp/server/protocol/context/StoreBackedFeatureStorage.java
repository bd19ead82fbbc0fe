package io.everythingmcp.server.protocol.context;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.FeatureStorage;
import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.wire.SecureIds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Values of features in the store, per session or caller. They expire one hour after the last use;
 * those of a session are deleted with it.
 */
public final class StoreBackedFeatureStorage implements FeatureStorage {
  private static final Duration TTL = Duration.ofHours(1);
  private static final String SET = "mcp:scopes:";

  /** How much one session or caller may keep. */
  static final int MOST = 100;

  /**
   * Limit for the values of all anonymous callers together, because they cannot be distinguished.
   */
  static final int MOST_OF_ALL = 1_000;

  private final KeyValueStore<String> values;
  private final ExpiringSets members;
  private final String owner;
  private final boolean listed;
  private final int most;

  private StoreBackedFeatureStorage(StateStore store, String owner, boolean listed, int most) {
    this.values = store.values("mcp:scope:", String.class);
    this.members = store.members();
    this.owner = owner;
    this.listed = listed;
    this.most = most;
  }

  /** The scope of a session. */
  public static StoreBackedFeatureStorage ofSession(StateStore store, String session) {
    return new StoreBackedFeatureStorage(store, session, true, MOST);
  }

  /** Returns the storage of a caller; its key cannot be guessed by other callers. */
  public static StoreBackedFeatureStorage ofCaller(StateStore store, CallerIdentity caller) {
    return new StoreBackedFeatureStorage(
        store,
        "caller-" + SecureIds.digest(caller.ownerKey()),
        false,
        caller.ownerKey().isEmpty() ? MOST_OF_ALL : MOST);
  }

  @Override
  public Optional<String> get(String name) {
    return values.touch(key(name), TTL);
  }

  @Override
  public void put(String name, String value) {
    values.put(key(name), value, TTL);
    members.add(SET + owner, name, TTL);
  }

  @Override
  public void remove(String name) {
    values.remove(key(name));
    members.remove(SET + owner, name);
  }

  @Override
  public boolean isFull() {
    if (members.count(SET + owner) < most) {
      return false;
    }
    members.overdue(SET + owner, most).forEach(this::renewOrRemove);
    return members.count(SET + owner) >= most;
  }

  private void renewOrRemove(String name) {
    if (get(name).isPresent()) {
      members.add(SET + owner, name, TTL);
    } else {
      members.remove(SET + owner, name);
    }
  }

  @Override
  public List<String> keys(String prefix) {
    return listed
        ? members.list(SET + owner).stream()
            .filter(name -> name.startsWith(prefix))
            .sorted()
            .toList()
        : List.of();
  }

  /** Removes all values. */
  public void clear() {
    members.list(SET + owner).forEach(this::remove);
  }

  private String key(String name) {
    return owner + ":" + name;
  }
}
