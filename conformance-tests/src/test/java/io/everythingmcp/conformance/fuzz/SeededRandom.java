package io.everythingmcp.conformance.fuzz;

import java.util.List;
import java.util.Random;

/** Random choices that are determined by a seed. */
final class SeededRandom {
  private final Random random;

  SeededRandom(long seed) {
    this.random = new Random(seed);
  }

  /** Returns a number from 0 (inclusive) to the bound (exclusive). */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Returns true with this probability in percent. */
  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  /** Returns one of the choices. */
  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[below(choices.length)];
  }

  /** Returns one of the choices, which must not be empty. */
  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** Returns a number of random bytes. */
  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
