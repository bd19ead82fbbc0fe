package io.everythingmcp.conformance.area.older;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class OlderScenarios {
  private OlderScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new SseEndpoint(),
        new SseSameOrigin(),
        new SseConversation(),
        new SseUnknownSession(),
        new SseForeignOrigin(),
        new SseOwnStream(),
        new BatchAnswered(),
        new BatchOfNotifications(),
        new BatchNotificationUnanswered(),
        new BatchWithInitialize());
  }
}
