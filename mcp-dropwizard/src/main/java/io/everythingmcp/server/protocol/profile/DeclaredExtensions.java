package io.everythingmcp.server.protocol.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.WireJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Extensions and experimental capabilities that an application declares, with their settings.
 * Immutable; each method returns a copy.
 *
 * @param extensions settings by identifier, such as {@code com.example/billing}
 * @param experimental settings by name
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic#capability-negotiation">Capabilities,
 *     extensions</a>
 */
public record DeclaredExtensions(
    Map<String, JsonNode> extensions, Map<String, JsonNode> experimental) {
  /** Nothing of the kind. */
  public static final DeclaredExtensions NONE = new DeclaredExtensions(Map.of(), Map.of());

  private static final String LABEL = "[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?";
  private static final Pattern IDENTIFIER =
      Pattern.compile(LABEL + "(\\." + LABEL + ")*/[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");

  /**
   * Returns a copy with another extension and its settings as a JSON object.
   *
   * @param identifier with a prefix, such as {@code com.example/billing}
   * @param settings an extension whose settings contain null is declared in {@code initialize} and
   *     not in {@code server/discover}, since the schema of 2026-07-28 has no null there
   * @throws IllegalArgumentException if the identifier has no prefix or no name
   */
  public DeclaredExtensions extension(String identifier, Map<String, ?> settings) {
    if (!IDENTIFIER.matcher(identifier).matches()) {
      throw new IllegalArgumentException(
          "The extension '"
              + identifier
              + "' must have a prefix and a name, as com.example/billing does");
    }
    return new DeclaredExtensions(with(extensions, identifier, settings), experimental);
  }

  /** With another experimental capability. */
  public DeclaredExtensions experimental(String name, Map<String, ?> settings) {
    return new DeclaredExtensions(extensions, with(experimental, name, settings));
  }

  private static Map<String, JsonNode> with(
      Map<String, JsonNode> some, String name, Map<String, ?> settings) {
    Map<String, JsonNode> more = new LinkedHashMap<>(some);
    more.put(name, WireJson.tree(settings));
    return more;
  }

  /** Puts them into the capabilities of a server. */
  public void declare(ObjectNode capabilities) {
    put(capabilities, "experimental", experimental);
    put(capabilities, "extensions", extensions);
  }

  private static void put(ObjectNode capabilities, String member, Map<String, JsonNode> some) {
    if (!some.isEmpty()) {
      capabilities.putObject(member).setAll(some);
    }
  }
}
