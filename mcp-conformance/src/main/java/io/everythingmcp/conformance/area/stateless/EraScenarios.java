package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class EraScenarios {
  private EraScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new DiscoverResult(),
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
        new ResultServerInfo(),
        new CacheHints(),
        new NoEventIds(),
        new CapabilitiesPerRequest(),
        new NoBatch());
  }
}
