package io.everythingmcp.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The total size of all runs is limited. */
class RunBudgetTest {
  private final RunBudget budget = new RunBudget(100, 2);

  @Test
  void deletedRunReleasesBudget() {
    assertThat(budget.take(80)).isTrue();
    assertThat(budget.take(30)).isFalse();
    assertThat(budget.take(-10)).isTrue();
    assertThat(budget.take(30)).isTrue();
    budget.release(100, 0);
    assertThat(budget.take(100)).isTrue();
  }

  @Test
  void exchangesAreCounted() {
    assertThat(budget.exchange()).isTrue();
    assertThat(budget.exchange()).isTrue();
    assertThat(budget.exchange()).isFalse();
    budget.release(0, 1);
    assertThat(budget.exchange()).isTrue();
  }
}
