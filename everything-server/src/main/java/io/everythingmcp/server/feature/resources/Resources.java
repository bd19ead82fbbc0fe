package io.everythingmcp.server.feature.resources;

import io.everythingmcp.server.feature.Resource;
import io.everythingmcp.server.feature.ResourceTemplate;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

/** All resources of the everything server, in the order they are listed. */
public final class Resources {
  private Resources() {}

  /** The fixed ones. */
  public static List<Resource> all() {
    return IntStream.rangeClosed(1, StaticResource.COUNT)
        .<Resource>mapToObj(StaticResource::new)
        .toList();
  }

  /** The families. */
  public static List<ResourceTemplate> templates() {
    return List.of(
        new StaticTemplate(),
        new ClockTemplate(Clock.systemUTC()),
        new DocsTemplate(),
        new SessionTemplate());
  }
}
