package io.everythingmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.Tool;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Request bodies as a real service receives them. */
class RequestBodyTest {
  private static LoopbackService service;

  @BeforeAll
  static void start() {
    service = LoopbackService.json("{}");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Tool tool(String content) {
    return OperationDocuments.tool(
        OperationDocuments.get("3.1.0", "/b", "\"requestBody\": {\"content\": {" + content + "}}")
            .replace("\"get\"", "\"post\""),
        service.url());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "application/json": {}                            | {"a":[1,null],"b":"ü"} | application/json | {"a":[1,null],"b":"ü"}
          "application/json": {}                            | [1.5,true]      | application/json | [1.5,true]
          "application/xml": {}, "application/ld+json": {}  | {"a":1}         | application/ld+json | {"a":1}
          "*/*": {}                                         | {"a":1}         | application/json | {"a":1}
          "text/plain": {"schema": {"type": "string"}}      | "a b"           | text/plain | a b
          "application/x-www-form-urlencoded": {}           | {"a":"x y&z","b":[1,2],"c":{"d":1},"e":null} | application/x-www-form-urlencoded | a=x%20y%26z&b=1&b=2&c=%7B%22d%22%3A1%7D
          "application/x-www-form-urlencoded": {"encoding": {"c": {"style": "deepObject"}}} | {"c":{"d":{"e":1}}} | application/x-www-form-urlencoded | c%5Bd%5D%5Be%5D=1
          """)
  void bodyHasTheMediaTypeOfTheDocument(
      String content, String value, String mediaType, String expected) {
    OperationDocuments.call(tool(content), OperationDocuments.map("{\"body\": " + value + "}"));
    assertThat(service.last().method()).isEqualTo("POST");
    assertThat(service.last().header("Content-type")).isEqualTo(mediaType);
    assertThat(service.last().body()).isEqualTo(expected);
  }

  @Test
  void withoutArgumentThereIsNoBody() {
    OperationDocuments.call(tool("\"application/json\": {}"), Map.of());
    assertThat(service.last().body()).isEmpty();
    assertThat(service.last().header("Content-type")).isNull();
  }
}
