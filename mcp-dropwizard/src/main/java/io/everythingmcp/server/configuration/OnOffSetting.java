package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** Setting with the values {@code on} and {@code off}, which YAML reads as true and false. */
public enum OnOffSetting {
  /** Enabled. */
  ON,
  /** It is not. */
  OFF;

  /** Reads one. */
  @JsonCreator
  public static OnOffSetting of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "on", "true" -> ON;
      case "off", "false" -> OFF;
      default -> throw new IllegalArgumentException("must be on or off");
    };
  }

  /** Whether it is. */
  public boolean isOn() {
    return this == ON;
  }
}
