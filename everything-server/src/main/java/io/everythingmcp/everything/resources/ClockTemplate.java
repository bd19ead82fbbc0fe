package io.everythingmcp.everything.resources;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.api.support.ContentBlocks;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The time somewhere: a resource that is another one at each reading. */
final class ClockTemplate implements ResourceTemplate, InstantFeature {
  private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().toList();

  private final Clock clock;
  private final McpSchema.ResourceTemplate definition =
      McpSchema.ResourceTemplate.builder("test://clock/{zone}", "Clock")
          .title("Time in a zone")
          .description(
              "The time in a zone of the tz database, to the second; the slash in a zone's name is"
                  + " written as %2F: test://clock/Europe%2FBerlin")
          .mimeType("text/plain")
          .build();

  ClockTemplate(Clock clock) {
    this.clock = clock;
  }

  @Override
  public McpSchema.ResourceTemplate definition() {
    return definition;
  }

  @Override
  public RequestOutcome read(String uri, Map<String, String> variables, RequestContext call) {
    String zone = variables.getOrDefault("zone", "");
    if (!ZONES.contains(zone)) {
      return ContentBlocks.resourceNotFound(uri);
    }
    ZonedDateTime now = ZonedDateTime.now(clock.withZone(ZoneId.of(zone)));
    String text = DateTimeFormatter.ISO_ZONED_DATE_TIME.format(now.truncatedTo(ChronoUnit.SECONDS));
    return ContentBlocks.resourceContents(ContentBlocks.textOf(uri, "text/plain", text));
  }

  @Override
  public Optional<List<String>> completions(String argument, Map<String, String> context) {
    return argument.equals("zone") ? Optional.of(ZONES) : Optional.empty();
  }
}
