package io.everythingmcp.conformance.area.subscriptions;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class SubscriptionScenarios {
  private SubscriptionScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new AcknowledgedFirst(),
        new SubscriptionIdType(),
        new OnlyRequestedNotifications(),
        new ListChangedNotified(),
        new TwoSubscriptions(),
        new FalseFilterNotAcknowledged(),
        new ListChangedNotifiedInSession(),
        new SubscribeResult());
  }
}
