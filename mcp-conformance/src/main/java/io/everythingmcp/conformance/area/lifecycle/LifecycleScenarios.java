package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class LifecycleScenarios {
  private LifecycleScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new InitializeResult(),
        new UnknownVersion(),
        new NegotiatedVersion(),
        new LatestVersion(),
        new SessionIdVisible(),
        new SessionIdUnique(),
        new SessionIdMissing(),
        new UnknownSession(),
        new DeletedSession(),
        new DeletedSessionStream(),
        new DeletedSessionDelete(),
        new OtherSessionUnaffected(),
        new NotificationAccepted(),
        new VersionHeaderUnsupported(),
        new VersionHeaderAbsent(),
        new PingResult(),
        new SessionExpires());
  }
}
