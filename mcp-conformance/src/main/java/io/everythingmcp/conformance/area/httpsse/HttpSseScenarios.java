package io.everythingmcp.conformance.area.httpsse;

import io.everythingmcp.conformance.area.batching.BatchNotificationNoResponse;
import io.everythingmcp.conformance.area.batching.BatchOfNotifications;
import io.everythingmcp.conformance.area.batching.BatchResponses;
import io.everythingmcp.conformance.area.batching.BatchWithInitialize;
import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class HttpSseScenarios {
  private HttpSseScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new SseEndpoint(),
        new SseSameOrigin(),
        new SseConversation(),
        new SseUnknownSession(),
        new SseForeignOrigin(),
        new SseOwnStream(),
        new BatchResponses(),
        new BatchOfNotifications(),
        new BatchNotificationNoResponse(),
        new BatchWithInitialize());
  }
}
