package io.everythingmcp.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MirroredParameterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"type\":\"number\",\"x-mcp-header\":\"A\"}}",
        "{\"a\":{\"type\":\"object\",\"x-mcp-header\":\"A\"}}",
        "{\"a\":{\"x-mcp-header\":\"A\"}}",
        "{\"a\":{\"type\":\"string\",\"x-mcp-header\":\"\"}}",
        "{\"a\":{\"type\":\"string\",\"x-mcp-header\":\"A B\"}}",
        "{\"a\":{\"type\":\"string\",\"x-mcp-header\":\"A:B\"}}",
        "{\"a\":{\"type\":\"string\",\"x-mcp-header\":\"Ä\"}}",
        "{\"a\":{\"type\":\"string\",\"x-mcp-header\":5}}",
        "{\"a\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"x-mcp-header\":\"A\"}}}",
        "{\"a\":{\"anyOf\":[{\"type\":\"string\",\"x-mcp-header\":\"A\"}]}}",
      })
  void invalidAnnotationIsIgnored(String properties) {
    JsonNode schema = WireJson.read("{\"properties\":" + properties + "}", JsonNode.class);
    assertThat(MirroredParameter.of("tool", WireJson.map(schema))).isEmpty();
  }

  @Test
  void headerBelongsToOneArgument() {
    JsonNode schema =
        WireJson.read(
            """
            {"properties":{
              "a":{"type":"string","x-mcp-header":"Same"},
              "b":{"type":"string","x-mcp-header":"same"}}}\
            """,
            JsonNode.class);
    assertThat(MirroredParameter.of("tool", WireJson.map(schema)))
        .containsExactly(new MirroredParameter("Mcp-Param-Same", List.of("a")));
  }
}
