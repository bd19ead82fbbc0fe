package io.everythingmcp.server.outage;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/** Log of the outages of one component. */
public final class OutageLog {
  private static final long REMINDER = TimeUnit.MINUTES.toNanos(1);

  private final Logger log;
  private final String what;
  private final LongSupplier nanos;
  private boolean unavailable;
  private long since;
  private long reported;

  /** Creates a log for a component, with its name for operators. */
  public OutageLog(Logger log, String what) {
    this(log, what, System::nanoTime);
  }

  /** With a clock as {@link System#nanoTime}. */
  OutageLog(Logger log, String what, LongSupplier nanos) {
    this.log = log;
    this.what = what;
    this.nanos = nanos;
  }

  /** Records a failed attempt. */
  public synchronized void onFailure(String why) {
    long now = nanos.getAsLong();
    if (!unavailable) {
      unavailable = true;
      since = now;
      reported = now;
      log.warn("{} is unreachable; retrying: {}", what, why);
    } else if (now - reported >= REMINDER) {
      reported = now;
      log.warn("{} has been unreachable for {} s: {}", what, seconds(now), why);
    }
  }

  /** Records a successful attempt. */
  public synchronized void onSuccess() {
    if (unavailable) {
      unavailable = false;
      log.info("{} is reachable again after {} s", what, seconds(nanos.getAsLong()));
    }
  }

  private long seconds(long now) {
    return TimeUnit.NANOSECONDS.toSeconds(now - since);
  }
}
