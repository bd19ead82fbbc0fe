package io.everythingmcp.testing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

interface ExpiringSetsContract {
  Duration LONG = Duration.ofMinutes(5);
  Duration SHORT = Duration.ofMillis(100);

  StateStore store();

  /** Returns a unique name. */
  String name();

  private ExpiringSets members() {
    return store().members();
  }

  private void awaitOverdue(int count) {
    await()
        .pollInterval(Duration.ofMillis(10))
        .until(() -> members().overdue(name(), 100).size() == count);
  }

  @Test
  default void missingSetIsEmpty() {
    members().remove(name(), "a");
    assertThat(members().count(name())).isZero();
    assertThat(members().list(name())).isEmpty();
    assertThat(members().overdue(name(), 10)).isEmpty();
  }

  @Test
  default void membersAreAddedAndRemoved() {
    members().add(name(), "a", LONG);
    members().add(name(), "ü 漢", LONG);
    members().add(name(), "a", LONG);
    members().add(name() + "other", "c", LONG);
    assertThat(members().count(name())).isEqualTo(2);
    assertThat(members().list(name())).containsExactlyInAnyOrder("a", "ü 漢");
    members().remove(name(), "a");
    members().remove(name(), "never there");
    assertThat(members().count(name())).isEqualTo(1);
    assertThat(members().list(name())).containsExactly("ü 漢");
    members().remove(name(), "ü 漢");
    assertThat(members().count(name())).isZero();
  }

  @Test
  default void expiredMembersAreOverdueUntilRemoved() {
    members().add(name(), "c", LONG);
    assertThat(members().overdue(name(), 10)).isEmpty();
    members().add(name(), "a", SHORT);
    members().add(name(), "b", SHORT);
    awaitOverdue(2);
    assertThat(members().overdue(name(), 10)).containsExactlyInAnyOrder("a", "b");
    assertThat(members().overdue(name(), 1)).hasSize(1);
    assertThat(members().overdue(name(), 0)).isEmpty();
    assertThat(members().list(name())).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(members().count(name())).isEqualTo(3);
    members().remove(name(), "a");
    assertThat(members().overdue(name(), 10)).containsExactly("b");
    assertThat(members().list(name())).containsExactlyInAnyOrder("b", "c");
  }

  @Test
  default void addedAgainMemberIsNotOverdue() {
    members().add(name(), "a", SHORT);
    awaitOverdue(1);
    members().add(name(), "a", LONG);
    assertThat(members().overdue(name(), 10)).isEmpty();
    assertThat(members().list(name())).containsExactly("a");
  }

  @Test
  default void lastTtlCounts() {
    members().add(name(), "a", LONG);
    members().add(name(), "a", SHORT);
    awaitOverdue(1);
  }

  @Test
  default void concurrentAddsAndRemoves() throws Exception {
    ConcurrentRun.call(
        8,
        thread -> {
          for (int i = 0; i < 50; i++) {
            members().add(name(), "stays " + thread + "/" + i, LONG);
            members().add(name(), "goes " + thread, LONG);
            members().remove(name(), "goes " + thread);
          }
          return null;
        });
    assertThat(members().count(name())).isEqualTo(8 * 50);
    assertThat(members().list(name()))
        .hasSize(8 * 50)
        .allMatch(member -> member.startsWith("stays"));
  }
}
