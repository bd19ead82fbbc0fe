package io.everythingmcp.conformance.matrix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Selection of few combinations that cover every possible pair of values. */
final class PairwiseCombinations {
  private PairwiseCombinations() {}

  /** Selects repeatedly the combination with the most uncovered pairs. */
  static List<ConfigurationCombination> of(List<ConfigurationCombination> all) {
    Set<Set<String>> open = new HashSet<>();
    all.forEach(combination -> open.addAll(combination.pairs()));
    List<ConfigurationCombination> chosen = new ArrayList<>();
    while (!open.isEmpty()) {
      ConfigurationCombination best = all.get(0);
      int most = -1;
      for (ConfigurationCombination combination : all) {
        Set<Set<String>> fresh = new HashSet<>(combination.pairs());
        fresh.retainAll(open);
        if (fresh.size() > most) {
          most = fresh.size();
          best = combination;
        }
      }
      chosen.add(best);
      open.removeAll(best.pairs());
    }
    return chosen;
  }
}
