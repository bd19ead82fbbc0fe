package io.everythingmcp.conformance.area.eras;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class EraScenarios {
  private EraScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new Discover(),
        new MetaMissing(),
        new ClientInfoOptional(),
        new VersionHeaderMissing(),
        new VersionHeaderMismatch(),
        new UnsupportedVersion(),
        new MethodHeaderMissing(),
        new MethodHeaderMismatch(),
        new NameHeaderMissing(),
        new NameHeaderMismatch(),
        new NameHeaderEncoded(),
        new NameHeaderBadEncoding(),
        new ParamHeaderMissing(),
        new ParamHeaderMismatch(),
        new UnknownMethod(),
        new RemovedMethods(),
        new NoSessionId(),
        new ResultTypes(),
        new ServerInfo(),
        new CacheHints(),
        new NoEventIds(),
        new NoCapabilityRemembered(),
        new NoBatch());
  }
}
