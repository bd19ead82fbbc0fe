package io.everythingmcp.everything.resources;

import io.everythingmcp.api.Resource;
import io.everythingmcp.api.ResourceTemplate;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All resources of the everything server, in the order they are listed. */
public final class EverythingResources {
  private EverythingResources() {}

  /** The fixed ones: those with numbers, then the pages about this server. */
  public static List<Resource> all() {
    return Stream.concat(
            IntStream.rangeClosed(1, StaticResource.COUNT).mapToObj(StaticResource::new),
            new BundledDocsTemplate().all().stream())
        .toList();
  }

  /** The families. */
  public static List<ResourceTemplate> templates() {
    return List.of(
        new StaticTemplate(),
        new ClockTemplate(Clock.systemUTC()),
        new BundledDocsTemplate(),
        new SessionTemplate());
  }
}
