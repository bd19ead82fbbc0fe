package io.everythingmcp.server.observation;

import io.everythingmcp.server.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns when a figure is higher than it should be, once until it is lower again. */
public final class ThresholdWarnings {
  private static final Logger LOG = LoggerFactory.getLogger(ThresholdWarnings.class);

  private final List<Watched> figures = new ArrayList<>();

  private static final class Watched {
    private final String what;
    private final long bound;
    private final LongSupplier figure;
    private boolean warned;

    Watched(String what, long bound, LongSupplier figure) {
      this.what = what;
      this.bound = bound;
      this.figure = figure;
    }
  }

  /**
   * Monitors a value.
   *
   * @param what its name, for the log
   * @param bound the threshold; 0 to disable it
   */
  public void watch(String what, long bound, LongSupplier figure) {
    if (bound > 0) {
      figures.add(new Watched(what, bound, figure));
    }
  }

  /** Checks all thresholds. */
  public synchronized void checkThresholds() {
    figures.forEach(ThresholdWarnings::checkThresholds);
  }

  private static void checkThresholds(Watched watched) {
    try {
      long now = watched.figure.getAsLong();
      boolean high = now > watched.bound;
      if (high && !watched.warned) {
        LOG.warn("High: {} {}, more than {}", now, watched.what, watched.bound);
      } else if (!high && watched.warned) {
        LOG.info("No longer high: {} {}", now, watched.what);
      }
      watched.warned = high;
    } catch (StoreUnavailableException e) {
      LOG.debug("{} could not be counted", watched.what, e);
    }
  }
}
