package io.everythingmcp.server.outage;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * An outage of ten minutes, with a retry every two seconds, is logged in a dozen lines without a
 * stack trace.
 */
class OutageLogTest {
  private final AtomicLong nanos = new AtomicLong();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final OutageLog outage = new OutageLog(logger(), "Redis", nanos::get);

  private Logger logger() {
    Logger logger = new LoggerContext().getLogger("outage");
    lines.start();
    logger.addAppender(lines);
    return logger;
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void outageIsReportedAtItsStartEachMinuteAndAtItsEnd() {
    outage.onSuccess();
    assertThat(lines.list).isEmpty();
    for (int i = 0; i < 300; i++) {
      outage.onFailure("refused");
      pass(Duration.ofSeconds(2));
    }
    assertThat(lines.list).hasSize(10).allMatch(line -> line.getThrowableProxy() == null);
    assertThat(lines.list.get(0).getFormattedMessage()).contains("Redis", "refused");
    assertThat(lines.list.get(9).getFormattedMessage()).contains("540 s");
    outage.onSuccess();
    outage.onSuccess();
    assertThat(lines.list).hasSize(11);
    assertThat(lines.list.get(10).getFormattedMessage()).contains("reachable again", "600 s");
  }
}
