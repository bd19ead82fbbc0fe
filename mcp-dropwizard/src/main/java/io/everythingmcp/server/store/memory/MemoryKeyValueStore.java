package io.everythingmcp.server.store.memory;

import io.everythingmcp.server.store.KeyValueStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

final class MemoryKeyValueStore<T> implements KeyValueStore<T> {
  private final ConcurrentHashMap<String, Cell<T>> cells = new ConcurrentHashMap<>();

  @Override
  public Optional<T> get(String key) {
    return Optional.ofNullable(unexpired(cells.get(key))).map(cell -> cell.value);
  }

  @Override
  public Optional<T> touch(String key, Duration ttl) {
    Cell<T> now =
        cells.computeIfPresent(
            key,
            (k, old) ->
                unexpired(old) == null ? null : new Cell<>(old.value, MonotonicExpiry.after(ttl)));
    return Optional.ofNullable(now).map(cell -> cell.value);
  }

  @Override
  public CompletionStage<Optional<T>> touchAsync(String key, Duration ttl) {
    return CompletableFuture.completedFuture(touch(key, ttl));
  }

  @Override
  public Optional<Duration> remaining(String key) {
    return Optional.ofNullable(unexpired(cells.get(key)))
        .map(cell -> MonotonicExpiry.remaining(cell.expires));
  }

  @Override
  public void put(String key, T value, Duration ttl) {
    cells.put(key, new Cell<>(value, MonotonicExpiry.after(ttl)));
  }

  @Override
  public boolean putIfAbsent(String key, T value, Duration ttl) {
    Cell<T> fresh = new Cell<>(value, MonotonicExpiry.after(ttl));
    return cells.compute(key, (k, old) -> unexpired(old) == null ? fresh : old) == fresh;
  }

  @Override
  public Optional<T> update(String key, UnaryOperator<T> change) {
    Cell<T> now =
        cells.computeIfPresent(
            key,
            (k, old) -> {
              T next = unexpired(old) == null ? null : change.apply(old.value);
              return next == null ? null : new Cell<>(next, old.expires);
            });
    return Optional.ofNullable(now).map(cell -> cell.value);
  }

  @Override
  public Optional<T> take(String key) {
    return Optional.ofNullable(unexpired(cells.remove(key))).map(cell -> cell.value);
  }

  @Override
  public boolean remove(String key) {
    return unexpired(cells.remove(key)) != null;
  }

  void sweep() {
    cells.values().removeIf(cell -> MonotonicExpiry.isExpired(cell.expires));
  }

  int size() {
    return cells.size();
  }

  private static <T> Cell<T> unexpired(Cell<T> cell) {
    return cell == null || MonotonicExpiry.isExpired(cell.expires) ? null : cell;
  }

  /**
   * Never changed, only replaced: so a sweep that found it expired cannot remove a life that was
   * prolonged meanwhile.
   */
  private static final class Cell<T> {
    private final T value;
    private final long expires;

    Cell(T value, long expires) {
      this.value = value;
      this.expires = expires;
    }
  }
}
