package com.acme.typed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.annotation.McpArgument;
import io.everythingmcp.api.annotation.McpTool;
import io.everythingmcp.api.typed.AnnotatedFeatures;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.McpTestClient.Revisions;
import io.everythingmcp.testing.McpTestServer;
import io.everythingmcp.testing.ToolCallResult;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Invalid arguments: none causes an internal error, and each error names the argument. */
class MutatedArgumentsTest {
  private static final int CALLS = 10_000;
  private static final long SEED = 20_260_728;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GOOD =
      """
      {"product": {"name": "tea", "tags": ["a", "b"], "price": 1.5, "colour": "RED"},
       "count": 3, "day": "2026-01-02", "at": "2026-01-02T03:04:05Z", "wait": "PT5S",
       "id": "123e4567-e89b-12d3-a456-426614174000", "site": "https://example.com/a",
       "mail": "a@example.com", "weights": {"a": 1}, "note": "n", "sure": true}
      """;

  private static final List<String> VALUES =
      List.of(
          "null",
          "0",
          "-1",
          "1.5",
          "99999999999",
          "123456789012345678901234567890",
          "true",
          "\"\"",
          "\" \"",
          "\"RED\"",
          "\"\\u0000\"",
          "\"2026-02-30\"",
          "\"P1Y\"",
          "\"\\ud83d\\ude00\"",
          "[]",
          "[null]",
          "[[1]]",
          "{}",
          "{\"\": 1}",
          "{\"a\": null}",
          "\"http://[\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"PT999999999999999999H\"",
          "\"00000000-0000-0000-0000-00000000000g\"",
          "-0.0",
          "2147483648");

  /** A colour. */
  enum Colour {
    RED,
    GREEN
  }

  /** A product. */
  record Product(
      @NotBlank String name,
      @Size(max = 3) List<@NotBlank String> tags,
      BigDecimal price,
      Colour colour) {}

  /** A tool with arguments of many types. */
  static final class ManyArguments {
    @McpTool(description = "Takes arguments of many types")
    public String take(
        Product product,
        @Min(1) @Max(10) int count,
        LocalDate day,
        Instant at,
        Duration wait,
        UUID id,
        URI site,
        @Email String mail,
        Map<String, @Min(0) Integer> weights,
        Optional<String> note,
        @McpArgument(defaultValue = "false") boolean sure) {
      return product.name() + count + day + at + wait + id + site + mail + weights + note + sure;
    }
  }

  private final Random random = new Random(SEED);

  @Test
  void noneIsAnInternalErrorAndEachErrorNamesTheArgument() throws Exception {
    int refused = 0;
    try (McpTestServer server = TypedServer.start(AnnotatedFeatures.of(new ManyArguments()))) {
      McpTestClient client = server.client(Revisions.STATELESS);
      Map<String, Object> good = arguments((ObjectNode) JSON.readTree(GOOD));
      assertThat(client.callTool("take", good).isError()).isFalse();
      for (int i = 0; i < CALLS; i++) {
        ObjectNode arguments = (ObjectNode) JSON.readTree(GOOD);
        String changed = mutated(arguments);
        ToolCallResult result = client.callTool("take", arguments(arguments));
        if (result.isError()) {
          refused++;
          assertThat(result.text())
              .as(arguments.toString())
              .startsWith("Invalid arguments for tool take: ")
              .contains(changed)
              .doesNotContain("java.", "com.fasterxml", "Exception");
        }
      }
    }
    assertThat(refused).isBetween(CALLS / 2, CALLS - 1);
  }

  private static Map<String, Object> arguments(ObjectNode json) {
    Map<String, Object> arguments = new java.util.LinkedHashMap<>();
    json.properties().forEach(entry -> arguments.put(entry.getKey(), entry.getValue()));
    return arguments;
  }

  /** Changes one value and returns the name of its argument. */
  private String mutated(ObjectNode arguments) throws Exception {
    List<String> names = new ArrayList<>();
    arguments.fieldNames().forEachRemaining(names::add);
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(8)) {
      case 0 -> arguments.remove(name);
      case 1 -> {
        name = "x" + random.nextInt(100);
        arguments.set(name, value());
      }
      case 2, 3, 4 -> {
        if (!within(arguments.get(name))) {
          arguments.set(name, value());
        }
      }
      default -> arguments.set(name, value());
    }
    return name;
  }

  private boolean within(JsonNode value) throws Exception {
    if (value instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      if (random.nextBoolean() || !within(object.get(name))) {
        object.set(name, value());
      }
      return true;
    }
    if (value instanceof ArrayNode array) {
      array.add(value());
      return true;
    }
    return false;
  }

  private JsonNode value() throws Exception {
    return JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
  }
}
