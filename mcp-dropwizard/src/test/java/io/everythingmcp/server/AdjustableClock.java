package io.everythingmcp.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Clock that is set by tests. */
public final class AdjustableClock extends Clock {
  private volatile Instant now;

  /** Begins at the start of 2026. */
  public AdjustableClock() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  public AdjustableClock(Instant now) {
    this.now = now;
  }

  public void move(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
