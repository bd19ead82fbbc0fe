package io.everythingmcp.testing;

import io.everythingmcp.api.FeatureStorage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A scope in a map; its names are listed only where there is a session. */
final class MemoryScope implements FeatureStorage {
  private final Map<String, String> values = new TreeMap<>();
  private final boolean listed;

  MemoryScope(boolean listed) {
    this.listed = listed;
  }

  boolean listed() {
    return listed;
  }

  @Override
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  @Override
  public void put(String name, String value) {
    values.put(name, value);
  }

  @Override
  public void remove(String name) {
    values.remove(name);
  }

  @Override
  public boolean isFull() {
    return values.size() >= 100;
  }

  @Override
  public List<String> keys(String prefix) {
    return listed
        ? values.keySet().stream().filter(name -> name.startsWith(prefix)).toList()
        : List.of();
  }
}
