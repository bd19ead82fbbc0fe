package io.everythingmcp.check.run;

/** How much all runs together may keep, so that no client can fill the memory of the server. */
final class RunBudget {
  private final long mostCharacters;
  private final long mostExchanges;
  private long characters;
  private long exchanges;

  RunBudget(long mostCharacters, long mostExchanges) {
    this.mostCharacters = mostCharacters;
    this.mostExchanges = mostExchanges;
  }

  /** A part of the memory that this process may have. */
  static RunBudget ofThisProcess() {
    long memory = Runtime.getRuntime().maxMemory();
    return new RunBudget(memory / 10, Math.max(RunLimits.EXCHANGES, memory / 10_000));
  }

  /**
   * Takes a number of characters, which may be negative; returns false if the budget is exhausted.
   */
  synchronized boolean take(long more) {
    if (more > 0 && characters + more > mostCharacters) {
      return false;
    }
    characters += more;
    return true;
  }

  /** Takes one exchange; returns false if the budget is exhausted. */
  synchronized boolean exchange() {
    if (exchanges >= mostExchanges) {
      return false;
    }
    exchanges++;
    return true;
  }

  /** Releases the budget of a deleted run. */
  synchronized void release(long itsCharacters, long itsExchanges) {
    characters -= itsCharacters;
    exchanges -= itsExchanges;
  }
}
