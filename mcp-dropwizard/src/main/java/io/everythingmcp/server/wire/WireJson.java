package io.everythingmcp.server.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How this server reads and writes JSON: unknown fields are ignored, absent ones left out, nesting
 * is bounded.
 */
public final class WireJson {
  /**
   * The deepest nesting of arrays and objects that is read; a deeper text is refused as a parse
   * error.
   */
  public static final int MAX_DEPTH = 64;

  /** The one mapper; it is immutable once built. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder(
              // Each thread would retain buffers of the size of its largest text.
              JsonFactory.builder()
                  .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private WireJson() {}

  /** An empty object to fill. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Any value as a tree. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** A record or a map as a tree. */
  public static ObjectNode objectOf(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * Returns a tree as plain maps, lists and scalars; an empty map for an absent or non-object tree.
   */
  public static Map<String, Object> map(JsonNode node) {
    if (node == null || !node.isObject() || node.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> map = new LinkedHashMap<>();
    node.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
    return map;
  }

  private static Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> node.numberValue();
      case OBJECT -> map(node);
      case ARRAY -> list(node);
      default -> null;
    };
  }

  private static List<Object> list(JsonNode array) {
    List<Object> list = new ArrayList<>(array.size());
    array.forEach(element -> list.add(plain(element)));
    return list;
  }

  /**
   * Reads JSON from an untrusted source.
   *
   * @throws JsonProcessingException if it is not JSON
   */
  static JsonNode readForeign(byte[] utf8) throws IOException {
    try {
      return MAPPER.readTree(utf8);
    } catch (JsonProcessingException e) {
      // The byte parser does not support escaped surrogates in names; the text parser does.
      String text = new String(utf8, StandardCharsets.UTF_8);
      if (!text.contains("\\ud") && !text.contains("\\uD")) {
        throw e;
      }
      // The text parser does not accept the byte order mark that the byte parser skips.
      return MAPPER.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
    }
  }

  /** Whether all numbers in a tree can be computed with. */
  static boolean finite(byte[] utf8, JsonNode tree) {
    for (int i = 1; i < utf8.length; i++) {
      boolean exponent = utf8[i] == 'e' || utf8[i] == 'E';
      if (exponent && (utf8[i - 1] == '.' || (utf8[i - 1] >= '0' && utf8[i - 1] <= '9'))) {
        return finite(tree);
      }
    }
    return true;
  }

  private static boolean finite(JsonNode node) {
    if (node.isDouble()) {
      return Double.isFinite(node.doubleValue());
    }
    for (JsonNode child : node) {
      if (!finite(child)) {
        return false;
      }
    }
    return true;
  }

  /** The UTF-8 bytes of a value. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a value. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a text that this server wrote itself; for foreign input use {@link RpcMessage#parse}. */
  public static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
