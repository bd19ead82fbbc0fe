package com.acme.typed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.typed.AnnotatedFeatures;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.McpTestClient.Revisions;
import io.everythingmcp.testing.McpTestServer;
import io.everythingmcp.testing.ToolCallResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type of an argument: its schema, a value that is accepted, and one that is refused. */
class TypeTableTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<JsonNode> TOOLS = new ArrayList<>();
  private static McpTestServer server;
  private static McpTestClient client;

  /**
   * One type.
   *
   * @param schema JSON, in which "*" is any value
   * @param refused JSON, or null where the type has all values
   */
  record TypeRow(String tool, String schema, String accepted, String text, String refused) {}

  private static TypeRow row(
      String tool, String schema, String accepted, String text, String refused) {
    return new TypeRow(tool, schema, accepted, text, refused);
  }

  static Stream<TypeRow> rows() {
    return Stream.of(
        row("t01", "{\"type\":\"integer\"}", "7", "7", "\"7\""),
        row("t02", "{\"type\":\"integer\"}", "7", "7", "7.5"),
        row("t03", "{\"type\":\"integer\"}", "7000000000", "7000000000", "true"),
        row("t04", "{\"type\":\"integer\"}", "-1", "-1", "99999999999999999999"),
        row("t05", "{\"type\":\"integer\"}", "3", "3", "70000"),
        row("t06", "{\"type\":\"integer\"}", "3", "3", "300"),
        row("t07", "{\"type\":\"integer\"}", "99999999999999999999", "99999999999999999999", "1.5"),
        row("t08", "{\"type\":\"number\"}", "1.5", "1.5", "\"1.5\""),
        row("t09", "{\"type\":\"number\"}", "2.5", "2.5", "[]"),
        row("t10", "{\"type\":\"number\"}", "1.5", "1.5", "{}"),
        row("t11", "{\"type\":\"number\"}", "1.25", "1.25", "\"x\""),
        row("t12", "{\"type\":\"number\"}", "3", "3", "true"),
        row("t13", "{\"type\":\"boolean\"}", "true", "true", "\"true\""),
        row("t14", "{\"type\":\"boolean\"}", "false", "false", "0"),
        row("t15", "{\"type\":\"string\"}", "\"tea\"", "tea", "1"),
        row("t16", "{\"type\":\"string\",\"minLength\":1,\"maxLength\":1}", "\"a\"", "a", "\"ab\""),
        row(
            "t17",
            "{\"type\":\"string\",\"format\":\"uuid\"}",
            "\"123e4567-e89b-12d3-a456-426614174000\"",
            "123e4567-e89b-12d3-a456-426614174000",
            "\"123\""),
        row(
            "t18",
            "{\"type\":\"string\",\"format\":\"uri\"}",
            "\"https://example.com/a\"",
            "https://example.com/a",
            "\"a b\""),
        row(
            "t19",
            "{\"type\":\"string\",\"format\":\"date-time\"}",
            "\"2026-01-02T03:04:05Z\"",
            "2026-01-02T03:04:05Z",
            "\"2026-01-02\""),
        row(
            "t20",
            "{\"type\":\"string\",\"format\":\"date-time\"}",
            "\"2026-01-02T03:04:05+02:00\"",
            "2026-01-02T03:04:05+02:00",
            "\"today\""),
        row(
            "t21",
            "{\"type\":\"string\",\"format\":\"date-time\"}",
            "\"2026-01-02T03:04:05Z\"",
            "2026-01-02T03:04:05Z",
            "5"),
        row(
            "t22",
            "{\"type\":\"string\",\"format\":\"date\"}",
            "\"2026-01-02\"",
            "2026-01-02",
            "\"2026-02-30\""),
        row(
            "t23",
            "{\"type\":\"string\",\"pattern\":\"*\"}",
            "\"2026-01-02T03:04:05\"",
            "2026-01-02T03:04:05",
            "\"2026-02-30T03:04:05\""),
        row("t24", "{\"type\":\"string\",\"pattern\":\"*\"}", "\"03:04\"", "03:04", "\"25:00\""),
        row(
            "t25",
            "{\"type\":\"string\",\"pattern\":\"*\"}",
            "\"03:04+02:00\"",
            "03:04+02:00",
            "\"03:04\""),
        row(
            "t26",
            "{\"type\":\"string\",\"pattern\":\"*\"}",
            "\"2026-01\"",
            "2026-01",
            "\"2026-13\""),
        row(
            "t27",
            "{\"type\":\"string\",\"pattern\":\"*\"}",
            "\"--01-02\"",
            "--01-02",
            "\"--02-30\""),
        row("t28", "{\"type\":\"integer\"}", "2026", "2026", "\"2026\""),
        row(
            "t29",
            "{\"type\":\"string\",\"format\":\"duration\"}",
            "\"PT1H30M\"",
            "PT1H30M",
            "\"P1Y\""),
        row(
            "t30",
            "{\"type\":\"string\",\"format\":\"duration\"}",
            "\"P1Y2M\"",
            "P1Y2M",
            "\"PT1H\""),
        row(
            "t31",
            "{\"type\":\"string\"}",
            "\"Europe/Berlin\"",
            "Europe/Berlin",
            "\"Nowhere/None\""),
        row("t32", "{\"type\":\"string\",\"pattern\":\"*\"}", "\"+02:00\"", "+02:00", "\"2\""),
        row("t33", "{\"type\":\"string\"}", "\"de-DE\"", "de_DE", "1"),
        row("t34", "{\"type\":\"string\",\"pattern\":\"*\"}", "\"EUR\"", "EUR", "\"XQX\""),
        row("t35", "{\"type\":\"string\",\"enum\":\"*\"}", "\"MONDAY\"", "MONDAY", "\"MOONDAY\""),
        row(
            "t36",
            "{\"type\":\"string\",\"enum\":[\"RED\",\"GREEN\"]}",
            "\"RED\"",
            "RED",
            "\"BLUE\""),
        row("t37", "{\"type\":\"string\",\"enum\":[\"mo\",\"tu\"]}", "\"mo\"", "MO", "\"MO\""),
        row("t38", "{\"type\":\"string\"}", "\"tea\"", "Optional[tea]", "1"),
        row("t39", "{\"type\":\"integer\"}", "1", "Optional[1]", "\"1\""),
        row("t40", "{\"type\":\"integer\"}", "1", "OptionalInt[1]", "1.5"),
        row("t41", "{\"type\":\"integer\"}", "1", "OptionalLong[1]", "\"1\""),
        row("t42", "{\"type\":\"number\"}", "1.5", "OptionalDouble[1.5]", "\"1\""),
        row(
            "t43",
            "{\"type\":\"string\",\"enum\":[\"RED\",\"GREEN\"]}",
            "\"GREEN\"",
            "Optional[GREEN]",
            "\"\""),
        row(
            "t44",
            "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}",
            "[\"a\",\"b\"]",
            "[a, b]",
            "[\"a\",1]"),
        row("t45", "{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}", "[1]", "[1]", "\"1\""),
        row(
            "t46",
            "{\"type\":\"array\",\"items\":{\"type\":\"array\",\"items\":{\"type\":\"number\"}}}",
            "[[1.5]]",
            "[[1.5]]",
            "[1.5]"),
        row(
            "t47",
            "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}",
            "[\"a\"]",
            "[a]",
            "\"a\""),
        row(
            "t48",
            "{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}",
            "[1,2]",
            "[1, 2]",
            "[null]"),
        row(
            "t49",
            "{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[\"RED\",\"GREEN\"]}}",
            "[\"RED\"]",
            "[RED]",
            "[\"BLUE\"]"),
        row(
            "t50",
            "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\"}}",
            "{\"a\":1}",
            "{a=1}",
            "{\"a\":\"1\"}"),
        row(
            "t51",
            "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}",
            "{\"RED\":\"x\"}",
            "{RED=x}",
            "{\"BLUE\":\"x\"}"),
        row("t52", "\"*\"", "{\"a\":[1]}", "{a=[1]}", "[]"),
        row(
            "t53",
            "{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"integer\"},\"y\":{\"type\":\"integer\"}},\"required\":[\"x\",\"y\"],\"additionalProperties\":false}",
            "{\"x\":1,\"y\":2}",
            "Point[x=1, y=2]",
            "{\"x\":1}"),
        row(
            "t54",
            "\"*\"",
            "{\"name\":\"a\",\"at\":{\"x\":1,\"y\":2}}",
            "Named[name=a, at=Point[x=1, y=2], count=5]",
            "{\"name\":\"a\",\"at\":{\"x\":1,\"y\":\"2\"}}"),
        row(
            "t55",
            "\"*\"",
            "{\"name\":\"a\",\"children\":[{\"name\":\"b\",\"children\":[]}]}",
            "Tree[name=a, children=[Tree[name=b, children=[]]]]",
            "{\"name\":\"a\",\"children\":[{\"name\":1,\"children\":[]}]}"),
        row("t56", "\"*\"", "[{\"x\":1,\"y\":2}]", "[Point[x=1, y=2]]", "[{\"x\":1,\"z\":2}]"),
        row("t57", "\"*\"", "{\"n\":2}", "Even[n=2]", "{\"n\":3}"),
        row("t58", "\"*\"", "{\"name\":\"a\"}", "bean a", "{\"name\":\"a\",\"other\":1}"),
        row("t59", "{}", "{\"a\":1}", "{\"a\":1}", null),
        row("t60", "{}", "[1]", "[1]", null),
        row("t61", "{\"type\":\"integer\",\"minimum\":2,\"maximum\":5}", "2", "2", "6"),
        row("t62", "{\"type\":\"number\",\"exclusiveMinimum\":0.5}", "0.75", "0.75", "0.5"),
        row("t63", "{\"type\":\"number\",\"maximum\":2.5}", "2.5", "2.5", "2.6"),
        row("t64", "{\"type\":\"integer\",\"exclusiveMinimum\":0}", "1", "1", "0"),
        row("t65", "{\"type\":\"integer\",\"minimum\":0}", "0", "0", "-1"),
        row("t66", "{\"type\":\"integer\",\"exclusiveMaximum\":0}", "-1", "-1", "0"),
        row("t67", "{\"type\":\"integer\",\"maximum\":0}", "0", "0", "1"),
        row(
            "t68",
            "{\"type\":\"string\",\"minLength\":2,\"maxLength\":3}",
            "\"ab\"",
            "ab",
            "\"a\""),
        row(
            "t69",
            "{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"maxItems\":1}",
            "[\"a\"]",
            "[a]",
            "[\"a\",\"b\"]"),
        row("t70", "{\"type\":\"string\",\"minLength\":1}", "\"a\"", "a", "\" \""),
        row(
            "t71",
            "{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"minItems\":1}",
            "[\"a\"]",
            "[a]",
            "[]"),
        row(
            "t72",
            "{\"type\":\"string\",\"pattern\":\"^(?:[A-Z]{3})$\"}",
            "\"ABC\"",
            "ABC",
            "\"xABCx\""),
        row(
            "t73",
            "{\"type\":\"string\",\"format\":\"email\"}",
            "\"a@example.com\"",
            "a@example.com",
            "\"a\""),
        row(
            "t74",
            "{\"type\":\"array\",\"items\":{\"type\":\"integer\",\"exclusiveMinimum\":0}}",
            "[1]",
            "[1]",
            "[0]"),
        row("t75", "{\"type\":\"number\"}", "12.5", "12.5", "123"),
        row(
            "t76",
            "{\"type\":\"string\",\"format\":\"date\"}",
            "\"1999-01-01\"",
            "1999-01-01",
            "\"2999-01-01\""),
        row("t77", "{\"type\":\"boolean\"}", "true", "true", "false"));
  }

  @BeforeAll
  static void start() {
    server = TypedServer.start(AnnotatedFeatures.of(new TypeTools()));
    client = server.client(Revisions.STATELESS);
    JsonNode page = client.request("tools/list", JSON.createObjectNode());
    page.path("tools").forEach(TOOLS::add);
    while (page.has("nextCursor")) {
      ObjectNode next = JSON.createObjectNode().set("cursor", page.get("nextCursor"));
      page = client.request("tools/list", next);
      page.path("tools").forEach(TOOLS::add);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aTypeHasItsSchema(TypeRow row) throws Exception {
    JsonNode schema = schema(row.tool());
    JsonNode expected = JSON.readTree(row.schema());
    if (!expected.isObject()) {
      assertThat(schema.isObject()).isTrue();
      return;
    }
    ObjectNode shown = schema.deepCopy();
    expected
        .properties()
        .forEach(
            keyword -> {
              if (keyword.getValue().asText().equals("*") && shown.has(keyword.getKey())) {
                shown.put(keyword.getKey(), "*");
              }
            });
    assertThat(shown).isEqualTo(expected);
  }

  private static JsonNode schema(String name) {
    for (JsonNode tool : TOOLS) {
      if (tool.path("name").asText().equals(name)) {
        return tool.at("/inputSchema/properties/value");
      }
    }
    throw new AssertionError("No tool " + name);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aValueIsAccepted(TypeRow row) throws Exception {
    ToolCallResult result = call(row.tool(), row.accepted());
    assertThat(result.text()).isEqualTo(row.text());
    assertThat(result.isError()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aValueIsRefusedAndTheArgumentNamed(TypeRow row) throws Exception {
    if (row.refused() != null) {
      ToolCallResult result = call(row.tool(), row.refused());
      assertThat(result.isError()).as(result.text()).isTrue();
      assertThat(result.text())
          .startsWith("Invalid arguments for tool " + row.tool() + ": ")
          .contains("/value")
          .doesNotContain("java.", "com.acme", "Exception");
    }
  }

  private static ToolCallResult call(String tool, String value) throws Exception {
    return client.callTool(tool, Map.of("value", JSON.readTree(value)));
  }
}
