package io.everythingmcp.conformance.area.rounds;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class RoundScenarios {
  private RoundScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new Asks(),
        new AskedAsDeclared(),
        new AnsweredCompletes(),
        new AnswerMissing(),
        new AnswerUnknownIgnored(),
        new AnswerMalformed(),
        new AnswerMalformedInSession(),
        new StateTampered(),
        new StateInvented(),
        new StateOfOtherCall());
  }
}
