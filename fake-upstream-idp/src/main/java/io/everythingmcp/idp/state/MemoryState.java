package io.everythingmcp.idp.state;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * State of one process. When it is full, what expired goes first, then what was written the longest
 * ago.
 */
public final class MemoryState implements IdpState {
  private static final int USUAL_SIZE = 10_000;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final int most;
  private final InstantSource clock;

  public MemoryState() {
    this(USUAL_SIZE, InstantSource.system());
  }

  /**
   * State of limited size.
   *
   * @param most the maximum number of values
   * @param clock the clock that decides when they expire
   */
  public MemoryState(int most, InstantSource clock) {
    this.most = most;
    this.clock = clock;
  }

  private record Entry(String value, long expires) {}

  @Override
  public synchronized void put(String key, String value, Duration ttl) {
    entries.remove(key);
    if (entries.size() >= most) {
      entries.values().removeIf(this::expired);
    }
    if (entries.size() >= most) {
      entries.remove(entries.keySet().iterator().next());
    }
    entries.put(key, new Entry(value, clock.millis() + ttl.toMillis()));
  }

  @Override
  public synchronized boolean putIfAbsent(String key, String value, Duration ttl) {
    if (get(key).isPresent()) {
      return false;
    }
    put(key, value, ttl);
    return true;
  }

  @Override
  public synchronized Optional<String> get(String key) {
    return Optional.ofNullable(entries.get(key)).filter(entry -> !expired(entry)).map(Entry::value);
  }

  @Override
  public synchronized Optional<String> take(String key) {
    Optional<String> value = get(key);
    entries.remove(key);
    return value;
  }

  private boolean expired(Entry entry) {
    return entry.expires() <= clock.millis();
  }
}
