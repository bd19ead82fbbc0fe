package io.everythingmcp.conformance.area.listening;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class ListeningScenarios {
  private ListeningScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new AcknowledgedFirst(),
        new SubscriptionIdType(),
        new OnlyWhatWasAskedFor(),
        new ChangeIsTold(),
        new TwoListeners(),
        new FalseIsNotAsked(),
        new ChangeIsToldInSession(),
        new SubscribeAnswered());
  }
}
