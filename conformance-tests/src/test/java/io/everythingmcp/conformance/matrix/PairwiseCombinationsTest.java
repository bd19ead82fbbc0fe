package io.everythingmcp.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Selection of the combinations. */
class PairwiseCombinationsTest {
  @Test
  void everyPossiblePairIsCovered() {
    Set<Set<String>> chosen = new HashSet<>();
    List<ConfigurationCombination> few = PairwiseCombinations.of(ConfigurationCombination.all());
    few.forEach(combination -> chosen.addAll(combination.pairs()));

    assertThat(ConfigurationCombination.all())
        .allSatisfy(c -> assertThat(chosen).containsAll(c.pairs()));
    assertThat(few).hasSizeLessThan(ConfigurationCombination.all().size() / 2);
  }
}
