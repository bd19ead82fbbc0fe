package io.everythingmcp.server.store.memory;

import io.everythingmcp.server.store.ExpiringSets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class MemoryExpiringSets implements ExpiringSets {
  private static final Duration RETENTION = Duration.ofHours(1);

  private final Map<String, Map<String, Long>> sets = new ConcurrentHashMap<>();

  @Override
  public void add(String set, String member, Duration ttl) {
    sets.compute(
        set,
        (s, old) -> {
          Map<String, Long> members = old == null ? new ConcurrentHashMap<>() : old;
          members.put(member, MonotonicExpiry.after(ttl));
          return members;
        });
  }

  @Override
  public void remove(String set, String member) {
    sets.computeIfPresent(
        set,
        (s, members) -> {
          members.remove(member);
          return members.isEmpty() ? null : members;
        });
  }

  @Override
  public long count(String set) {
    return sets.getOrDefault(set, Map.of()).size();
  }

  @Override
  public List<String> list(String set) {
    return List.copyOf(sets.getOrDefault(set, Map.of()).keySet());
  }

  @Override
  public List<String> overdue(String set, int max) {
    return sets.getOrDefault(set, Map.of()).entrySet().stream()
        .filter(member -> MonotonicExpiry.isExpired(member.getValue()))
        .limit(max)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public List<String> earliest(String set, int max) {
    return sets.getOrDefault(set, Map.of()).entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(max)
        .map(Map.Entry::getKey)
        .toList();
  }

  void sweep() {
    sets.keySet()
        .forEach(
            set ->
                sets.computeIfPresent(
                    set,
                    (s, members) -> {
                      members
                          .values()
                          .removeIf(
                              expiry -> MonotonicExpiry.isExpired(expiry + RETENTION.toNanos()));
                      return members.isEmpty() ? null : members;
                    }));
  }
}
