package io.everythingmcp.server.configuration;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.everythingmcp.server.wire.LoopbackHosts;
import java.util.Locale;

/** Toggle of a development feature: automatic means enabled on loopback addresses only. */
public enum AutomaticToggle {
  /** Enabled if the base URI has a loopback host. */
  AUTO,
  /** Enabled. */
  TRUE,
  /** It is not. */
  FALSE;

  /** Reads one. */
  @JsonCreator
  public static AutomaticToggle of(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "auto" -> AUTO;
      case "on", "true" -> TRUE;
      case "off", "false" -> FALSE;
      default -> throw new IllegalArgumentException("must be auto, true or false");
    };
  }

  /** Returns whether it is enabled at this base URI. */
  public boolean on(String baseUri) {
    return this == TRUE || (this == AUTO && LoopbackHosts.isUri(baseUri));
  }
}
