package io.everythingmcp.server.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Argument of a tool that a request header repeats: one with {@code x-mcp-header} in the schema.
 * Invalid annotations are logged and not enforced, because clients must not call such a tool.
 *
 * @param header name of the header
 * @param path where the argument is among the arguments
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 *     HTTP, custom headers from tool parameters</a>
 */
public record MirroredParameter(String header, List<String> path) {
  private static final Logger LOG = LoggerFactory.getLogger(MirroredParameter.class);
  private static final String ANNOTATION = "x-mcp-header";
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Set<String> TYPES = Set.of("string", "integer", "boolean");

  /** Finds the mirrored arguments of a tool. */
  static List<MirroredParameter> of(String tool, Map<String, Object> schema) {
    SchemaSearch search = new SchemaSearch(tool, new ArrayList<>(), new TreeSet<>());
    search.properties(schema, List.of());
    return List.copyOf(search.found);
  }

  private record SchemaSearch(String tool, List<MirroredParameter> found, Set<String> names) {
    private void properties(Map<?, ?> schema, List<String> path) {
      if (!(schema.get("properties") instanceof Map<?, ?> properties)) {
        return;
      }
      properties.forEach(
          (name, property) -> {
            if (property instanceof Map<?, ?> definition) {
              List<String> here = new ArrayList<>(path);
              here.add(name.toString());
              annotation(definition, here);
              properties(definition, here);
            }
          });
    }

    private void annotation(Map<?, ?> definition, List<String> path) {
      if (!definition.containsKey(ANNOTATION)) {
        return;
      }
      String problem = problem(definition);
      if (problem == null) {
        found.add(
            new MirroredParameter("Mcp-Param-" + definition.get(ANNOTATION), List.copyOf(path)));
      } else {
        LOG.warn("Tool {}: {} at {} {}", tool, ANNOTATION, String.join(".", path), problem);
      }
    }

    private String problem(Map<?, ?> definition) {
      if (!(definition.get(ANNOTATION) instanceof String name) || !TOKEN.matcher(name).matches()) {
        return "is not the name of a header";
      }
      if (!(definition.get("type") instanceof String type) || !TYPES.contains(type)) {
        return "is only for strings, integers and booleans";
      }
      return names.add(name.toLowerCase(Locale.ROOT)) ? null : "names a header for the second time";
    }
  }
}
