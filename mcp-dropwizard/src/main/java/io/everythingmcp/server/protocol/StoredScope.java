package io.everythingmcp.server.protocol;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.FeatureStorage;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Members;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.wire.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What features keep, in the store, under a name of their session or caller. Lives an hour from its
 * last use; that of a session ends with it.
 */
public final class StoredScope implements FeatureStorage {
  private static final Duration TTL = Duration.ofHours(1);
  private static final String SET = "mcp:scopes:";

  /** How much one session or caller may keep. */
  static final int MOST = 100;

  /** How much all who are not known may keep together, as they cannot be told apart. */
  static final int MOST_OF_ALL = 1_000;

  private final KeyedValues<String> values;
  private final Members members;
  private final String owner;
  private final boolean listed;
  private final int most;

  private StoredScope(Store store, String owner, boolean listed, int most) {
    this.values = store.values("mcp:scope:", String.class);
    this.members = store.members();
    this.owner = owner;
    this.listed = listed;
    this.most = most;
  }

  /** The scope of a session. */
  public static StoredScope ofSession(Store store, String session) {
    return new StoredScope(store, session, true, MOST);
  }

  /** The scope of a caller, whose names are known to nobody but the caller. */
  public static StoredScope ofCaller(Store store, CallerIdentity caller) {
    return new StoredScope(
        store,
        "caller-" + Ids.digest(caller.owner()),
        false,
        caller.owner().isEmpty() ? MOST_OF_ALL : MOST);
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
  public boolean full() {
    if (members.count(SET + owner) < most) {
      return false;
    }
    members.overdue(SET + owner, most).forEach(this::keepOrForget);
    return members.count(SET + owner) >= most;
  }

  private void keepOrForget(String name) {
    if (get(name).isPresent()) {
      members.add(SET + owner, name, TTL);
    } else {
      members.remove(SET + owner, name);
    }
  }

  @Override
  public List<String> names(String prefix) {
    return listed
        ? members.list(SET + owner).stream()
            .filter(name -> name.startsWith(prefix))
            .sorted()
            .toList()
        : List.of();
  }

  /** Forgets everything. */
  public void clear() {
    members.list(SET + owner).forEach(this::remove);
  }

  private String key(String name) {
    return owner + ":" + name;
  }
}
