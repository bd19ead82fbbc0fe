package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.sample.Weather;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.stream.IntStream;

/** Returns a list, which before 2026-07-28 only an object around it could hold. */
final class StructuredContentListTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "getStructuredContentList",
              Schemas.arguments()
                  .required("location", Weather.location())
                  .optional(
                      "days",
                      Schemas.integer("How many forecast days to return (1-5)")
                          .between(1, 5)
                          .defaultsTo(3))
                  .schema())
          .title("Structured content list")
          .description("Returns structured content whose root is a list, one item for each day")
          .outputSchema(
              Schemas.listOf(
                  Weather.schema()
                      .required("day", Schemas.integer("Forecast day, 1-based"))
                      .schema()))
          .annotations(Hints.READS)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public Outcome call(Call call) {
    Weather today = Weather.in(call.string("location", ""));
    int days = (int) call.number("days", 3);
    return Contents.structured(
        IntStream.rangeClosed(1, days).mapToObj(day -> forecast(today, day)).toList());
  }

  private static Map<String, Object> forecast(Weather today, int day) {
    Map<String, Object> values = today.later(day - 1).values();
    values.put("day", day);
    return values;
  }
}
