package io.everythingmcp.everything.tools.input;

import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.everything.sample.SampleWeather;
import io.everythingmcp.server.wire.WireJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A tool of sampling requests: available to the model of the client, not to the client. */
final class WeatherForModels {
  private static final String NAME = "get_weather";

  private WeatherForModels() {}

  /** Returns the tools for a sampling request. */
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

  /** Returns the {@code tool_result} block for a {@code tool_use} block. */
  static Map<String, Object> use(Map<String, Object> toolUse) {
    boolean supported =
        NAME.equals(toolUse.get("name")) && SampleWeather.hasCity(location(toolUse));
    String text =
        supported
            ? WireJson.text(SampleWeather.in(location(toolUse)).values())
            : "Only " + NAME + " for New York, Chicago and Los Angeles is supported";
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("type", "tool_result");
    result.put("toolUseId", Objects.toString(toolUse.get("id"), ""));
    result.put("content", List.of(Map.of("type", "text", "text", text)));
    result.put("isError", !supported);
    return result;
  }

  private static String location(Map<String, Object> toolUse) {
    return toolUse.get("input") instanceof Map<?, ?> input
        ? Objects.toString(input.get("location"), "")
        : "";
  }
}
