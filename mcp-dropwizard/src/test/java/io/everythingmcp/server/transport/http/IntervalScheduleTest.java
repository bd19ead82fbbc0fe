package io.everythingmcp.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a response becomes a stream depends on its duration, not on its start. */
class IntervalScheduleTest {
  private final IntervalSchedule<String> beats = new IntervalSchedule<>(Duration.ofNanos(150));

  @Test
  void firstIntervalBeginsAtRegistration() {
    for (int begun = 0; begun < 160; begun++) {
      beats.add("begun at " + begun, begun);
      List<String> due = beats.due(begun);
      assertThat(due).isEqualTo(begun < 150 ? List.of() : List.of("begun at " + (begun - 150)));
    }
  }

  @Test
  void intervalRepeatsUntilRemoval() {
    beats.add("one", -10);
    assertThat(beats.due(139)).isEmpty();
    assertThat(beats.due(200)).containsExactly("one");
    assertThat(beats.due(349)).isEmpty();
    assertThat(beats.due(350)).containsExactly("one");
    beats.remove("one");
    assertThat(beats.due(9_000)).isEmpty();
    assertThat(beats.all()).isEmpty();
  }
}
