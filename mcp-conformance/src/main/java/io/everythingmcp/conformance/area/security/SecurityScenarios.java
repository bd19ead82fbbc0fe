package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class SecurityScenarios {
  private SecurityScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new ForeignOrigin(),
        new ForeignOriginStream(),
        new ForeignHost(),
        new NoCredentialsAcrossOrigins(),
        new SessionIdReadable(),
        new WrongContentType(),
        new WrongMethod(),
        new LargeBody(),
        new DeepJson(),
        new PathTraversal());
  }
}
