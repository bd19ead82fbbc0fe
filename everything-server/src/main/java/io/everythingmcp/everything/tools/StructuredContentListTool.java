package io.everythingmcp.everything.tools;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.everythingmcp.everything.sample.SampleWeather;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.stream.IntStream;

/** Returns a list, which before 2026-07-28 only an object around it could hold. */
final class StructuredContentListTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "getStructuredContentList",
              SchemaBuilder.arguments()
                  .required("location", SampleWeather.location())
                  .optional(
                      "days",
                      SchemaBuilder.integer("How many forecast days to return (1-5)")
                          .range(1, 5)
                          .defaultValue(3))
                  .schema())
          .title("Structured content list")
          .description("Returns structured content whose root is a list, one item for each day")
          .outputSchema(
              SchemaBuilder.arrayOf(
                  SampleWeather.schema()
                      .required("day", SchemaBuilder.integer("Forecast day, 1-based"))
                      .schema()))
          .annotations(ToolHints.READ_ONLY)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    SampleWeather today = SampleWeather.in(call.stringArgument("location", ""));
    int days = (int) call.numberArgument("days", 3);
    return ContentBlocks.structured(
        IntStream.rangeClosed(1, days).mapToObj(day -> forecast(today, day)).toList());
  }

  private static Map<String, Object> forecast(SampleWeather today, int day) {
    Map<String, Object> values = today.later(day - 1).values();
    values.put("day", day);
    return values;
  }
}
