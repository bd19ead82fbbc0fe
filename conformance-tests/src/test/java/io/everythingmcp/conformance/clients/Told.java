package io.everythingmcp.conformance.clients;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** What a client was told without having asked, in the order it came. */
final class Told {
  private final List<Object> all = new CopyOnWriteArrayList<>();

  /** Notes something. */
  void note(Object message) {
    all.add(message);
  }

  /** How much it was so far. */
  int count() {
    return all.size();
  }

  /** What came of one kind, after a number of others. */
  <T> List<T> after(int known, Class<T> kind) {
    return all.subList(known, all.size()).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** Waits until something like this has come after a number of others. */
  <T> T next(int known, Class<T> kind, Predicate<T> wanted) {
    return await("a " + kind.getSimpleName())
        .until(() -> after(known, kind).stream().filter(wanted).findFirst(), Optional::isPresent)
        .orElseThrow();
  }
}
