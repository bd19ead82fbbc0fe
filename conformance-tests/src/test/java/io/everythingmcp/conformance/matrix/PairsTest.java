package io.everythingmcp.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Selection of the combinations. */
class PairsTest {
  @Test
  void everyPairThatCanMeetMeets() {
    Set<Set<String>> chosen = new HashSet<>();
    List<Combination> few = Pairs.of(Combination.all());
    few.forEach(combination -> chosen.addAll(combination.pairs()));

    assertThat(Combination.all()).allSatisfy(c -> assertThat(chosen).containsAll(c.pairs()));
    assertThat(few).hasSizeLessThan(Combination.all().size() / 2);
  }
}
