package io.everythingmcp.server.protocol;

import io.everythingmcp.server.feature.Scope;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Members;
import io.everythingmcp.server.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What features keep, in the store, under a name of their session or caller. Lives an hour from its
 * last use.
 */
public final class StoredScope implements Scope {
  private static final Duration TTL = Duration.ofHours(1);
  private static final String SET = "mcp:scopes:";

  private final KeyedValues<String> values;
  private final Members members;
  private final String owner;
  private final boolean listed;

  /**
   * A scope.
   *
   * @param owner names the session or caller; not guessable where it is a session
   * @param listed whether names can be listed, and all be forgotten at once
   */
  public StoredScope(Store store, String owner, boolean listed) {
    this.values = store.values("mcp:scope:", String.class);
    this.members = store.members();
    this.owner = owner;
    this.listed = listed;
  }

  @Override
  public Optional<String> get(String name) {
    return values.touch(key(name), TTL);
  }

  @Override
  public void put(String name, String value) {
    values.put(key(name), value, TTL);
    if (listed) {
      members.add(SET + owner, name, TTL);
    }
  }

  @Override
  public void remove(String name) {
    values.remove(key(name));
    members.remove(SET + owner, name);
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
