package io.everythingmcp.conformance.clients;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Unsolicited messages that a client received, in order. */
final class ReceivedNotifications {
  private final List<Object> all = new CopyOnWriteArrayList<>();

  /** Records a message. */
  void record(Object message) {
    all.add(message);
  }

  /** Returns the number of messages so far. */
  int count() {
    return all.size();
  }

  /** Returns the messages of one kind after a number of others. */
  <T> List<T> after(int known, Class<T> kind) {
    return all.subList(known, all.size()).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** Waits for a matching message after a number of others. */
  <T> T next(int known, Class<T> kind, Predicate<T> wanted) {
    return await("a " + kind.getSimpleName())
        .until(() -> after(known, kind).stream().filter(wanted).findFirst(), Optional::isPresent)
        .orElseThrow();
  }
}
