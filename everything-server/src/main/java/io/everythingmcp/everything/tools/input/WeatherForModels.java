package io.everythingmcp.everything.tools.input;

import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.everything.sample.SampleWeather;
import io.everythingmcp.server.wire.WireJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A tool that is not offered to the client but to its model, while that is being sampled. */
final class WeatherForModels {
  private static final String NAME = "get_weather";

  private WeatherForModels() {}

  /** What the model may call, as a sampling request lists it. */
  static List<Map<String, Object>> tools() {
    return List.of(
        Map.of(
            "name",
            NAME,
            "description",
            "The weather in a city",
            "inputSchema",
            SchemaBuilder.arguments().required("location", SampleWeather.location()).schema()));
  }

  /** Answers one {@code tool_use} block with a {@code tool_result} block. */
  static Map<String, Object> use(Map<String, Object> toolUse) {
    boolean known = NAME.equals(toolUse.get("name")) && SampleWeather.knows(location(toolUse));
    String text =
        known
            ? WireJson.text(SampleWeather.in(location(toolUse)).values())
            : "There is only " + NAME + " for New York, Chicago and Los Angeles";
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("type", "tool_result");
    result.put("toolUseId", Objects.toString(toolUse.get("id"), ""));
    result.put("content", List.of(Map.of("type", "text", "text", text)));
    result.put("isError", !known);
    return result;
  }

  private static String location(Map<String, Object> toolUse) {
    return toolUse.get("input") instanceof Map<?, ?> input
        ? Objects.toString(input.get("location"), "")
        : "";
  }
}
