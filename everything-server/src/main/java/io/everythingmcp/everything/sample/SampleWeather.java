package io.everythingmcp.everything.sample;

import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.SchemaProperty;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Invented weather that is the same each time.
 *
 * @param temperature in degrees Celsius
 * @param conditions in words
 * @param humidity in per cent
 */
public record SampleWeather(int temperature, String conditions, int humidity) {
  private static final Map<String, SampleWeather> CITIES =
      Map.of(
          "New York", new SampleWeather(33, "Cloudy", 82),
          "Chicago", new SampleWeather(36, "Light rain / drizzle", 82),
          "Los Angeles", new SampleWeather(73, "Sunny / Clear", 48));

  /** The argument that chooses the city. */
  public static SchemaProperty location() {
    return SchemaBuilder.enumeration("Choose city", "New York", "Chicago", "Los Angeles");
  }

  /** Returns the schema of {@link #values}. */
  public static SchemaBuilder schema() {
    return SchemaBuilder.object()
        .required("temperature", SchemaBuilder.number("Temperature in celsius"))
        .required("conditions", SchemaBuilder.string("Weather conditions description"))
        .required("humidity", SchemaBuilder.number("Humidity percentage"));
  }

  /** Returns whether there is weather for a city. */
  public static boolean hasCity(String location) {
    return CITIES.containsKey(location);
  }

  /** Returns the weather in a city for which {@link #hasCity} is true. */
  public static SampleWeather in(String location) {
    return CITIES.get(location);
  }

  /** The weather some days later. */
  public SampleWeather later(int days) {
    return new SampleWeather(temperature + days, conditions, humidity - 2 * days);
  }

  /** The weather as structured content. */
  public Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("temperature", temperature);
    values.put("conditions", conditions);
    values.put("humidity", humidity);
    return values;
  }
}
