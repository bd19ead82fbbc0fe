package io.everythingmcp.server.observation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.everythingmcp.server.store.StoreUnavailableException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ThresholdWarningsTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(ThresholdWarnings.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final AtomicLong sessions = new AtomicLong();
  private final ThresholdWarnings warnings = new ThresholdWarnings();

  @BeforeEach
  void attachAppender() {
    log.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
  }

  @AfterEach
  void detachAppender() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  private List<String> at(long figure) {
    log.list.clear();
    sessions.set(figure);
    warnings.checkThresholds();
    return log.list.stream().map(e -> e.getLevel() + " " + e.getFormattedMessage()).toList();
  }

  @Test
  void onlyValuesAboveTheThresholdAreHigh() {
    warnings.watch("sessions", 1_000, sessions::get);
    assertThat(at(1_000)).isEmpty();
    assertThat(at(1_001)).containsExactly("WARN High: 1001 sessions, more than 1000");
  }

  @Test
  void warningIsLoggedOnceAndAtTheEnd() {
    warnings.watch("sessions", 10, sessions::get);
    assertThat(at(11)).hasSize(1);
    assertThat(at(12)).isEmpty();
    assertThat(at(10)).containsExactly("INFO No longer high: 10 sessions");
    assertThat(at(9)).isEmpty();
    assertThat(at(11)).hasSize(1);
  }

  @Test
  void zeroDisablesAThreshold() {
    warnings.watch("sessions", 0, sessions::get);
    assertThat(at(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void failingFigureIsIsolated() {
    warnings.watch(
        "tokens",
        1,
        () -> {
          throw new StoreUnavailableException(null);
        });
    warnings.watch("sessions", 1, sessions::get);
    assertThat(at(2)).containsExactly("WARN High: 2 sessions, more than 1");
  }
}
