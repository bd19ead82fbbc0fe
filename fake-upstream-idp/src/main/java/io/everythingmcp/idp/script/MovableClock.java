package io.everythingmcp.idp.script;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that can be put forward and back. */
public final class MovableClock implements InstantSource {
  private final InstantSource real;
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  public MovableClock(InstantSource real) {
    this.real = real;
  }

  @Override
  public Instant instant() {
    return real.instant().plus(offset.get());
  }

  void move(Duration by) {
    offset.updateAndGet(before -> before.plus(by));
  }

  void reset() {
    offset.set(Duration.ZERO);
  }
}
