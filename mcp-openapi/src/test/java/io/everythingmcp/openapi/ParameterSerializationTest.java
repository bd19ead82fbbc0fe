package io.everythingmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.testing.RecordingCall;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Arguments as a real service receives them.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html#style-examples">Style examples</a>
 */
class ParameterSerializationTest {
  private static LoopbackService service;

  @BeforeAll
  static void start() {
    service = LoopbackService.json("{}");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Tool tool(String path, String parameter) {
    return OperationDocuments.tool(
        OperationDocuments.get("3.1.0", path, "\"parameters\": [{" + parameter + "}]"),
        service.url());
  }

  private static LoopbackService.Received sent(String path, String parameter, String value) {
    Tool tool = tool(path, parameter);
    OperationDocuments.call(tool, OperationDocuments.map("{\"color\": " + value + "}"));
    return service.last();
  }

  private static String parameter(String location, String style, String explode, String type) {
    return "\"name\": \"color\", \"in\": \"%s\", \"required\": %s,"
            .formatted(location, location.equals("path"))
        + (style.equals("-") ? "" : " \"style\": \"" + style + "\",")
        + (explode.equals("-") ? "" : " \"explode\": " + explode + ",")
        + " \"schema\": {\"type\": \""
        + type
        + "\"}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          form           | -     | string  | "blue"                  | ?color=blue
          form           | -     | string  | "a b&c=d/e?f#g%h+ü"     | ?color=a%20b%26c%3Dd%2Fe%3Ff%23g%25h%2B%C3%BC
          form           | -     | string  | ""                      | ?color=
          -              | -     | integer | 12                      | ?color=12
          -              | -     | number  | 1.50                    | ?color=1.5
          -              | -     | boolean | true                    | ?color=true
          -              | -     | string  | null                    | ``
          form           | true  | array   | ["blue","black","br,n"] | ?color=blue&color=black&color=br%2Cn
          form           | false | array   | ["blue","black","br,n"] | ?color=blue,black,br%2Cn
          form           | false | array   | []                      | ``
          form           | true  | object  | {"R":100,"G":200}       | ?R=100&G=200
          form           | false | object  | {"R":100,"G":200}       | ?color=R,100,G,200
          spaceDelimited | false | array   | ["blue","black"]        | ?color=blue%20black
          spaceDelimited | false | object  | {"R":100,"G":200}       | ?color=R%20100%20G%20200
          pipeDelimited  | false | array   | ["blue","black"]        | ?color=blue%7Cblack
          pipeDelimited  | false | object  | {"R":100,"G":200}       | ?color=R%7C100%7CG%7C200
          deepObject     | true  | object  | {"R":100,"G":200}       | ?color%5BR%5D=100&color%5BG%5D=200
          deepObject     | -     | object  | {"R":{"x":1}}           | ?color%5BR%5D%5Bx%5D=1
          """)
  void queryParameter(String style, String explode, String type, String value, String expected) {
    String target = sent("/q", parameter("query", style, explode, type), value).target();
    assertThat(target).isEqualTo("/q" + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          simple | false | string | "blue"              | blue
          simple | false | string | "a/b c?d"           | a%2Fb%20c%3Fd
          simple | false | string | "a/..b\\\\.c"       | a%2F..b%5C.c
          -      | -     | array  | ["blue","bl,ack"]   | blue,bl%2Cack
          simple | true  | array  | ["blue","black"]    | blue,black
          simple | false | object | {"R":100,"G":200}   | R,100,G,200
          simple | true  | object | {"R":100,"G":200}   | R=100,G=200
          label  | false | string | "blue"              | .blue
          label  | false | array  | ["blue","black"]    | .blue,black
          label  | true  | array  | ["blue","black"]    | .blue.black
          label  | false | object | {"R":100,"G":200}   | .R,100,G,200
          label  | true  | object | {"R":100,"G":200}   | .R=100.G=200
          matrix | false | string | "blue"              | ;color=blue
          matrix | false | array  | ["blue","black"]    | ;color=blue,black
          matrix | true  | array  | ["blue","black"]    | ;color=blue;color=black
          matrix | false | object | {"R":100,"G":200}   | ;color=R,100,G,200
          matrix | true  | object | {"R":100,"G":200}   | ;R=100;G=200
          """)
  void pathParameter(String style, String explode, String type, String value, String expected) {
    String target = sent("/p/{color}/end", parameter("path", style, explode, type), value).target();
    assertThat(target).isEqualTo("/p/" + expected + "/end");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          header | -    | string | "blue"            | blue
          header | -    | array  | ["blue","black"]  | blue,black
          header | -    | object | {"R":100,"G":200} | R,100,G,200
          header | true | object | {"R":100,"G":200} | R=100,G=200
          cookie | -    | string | "a;b"             | color=a%3Bb
          """)
  void headerOrCookie(String location, String explode, String type, String value, String expected) {
    LoopbackService.Received received = sent("/h", parameter(location, "-", explode, type), value);
    assertThat(received.header(location.equals("header") ? "Color" : "Cookie")).isEqualTo(expected);
  }

  @Test
  void jsonContentIsSentAsJson() {
    String parameter =
        "\"name\": \"color\", \"in\": \"query\", \"content\": {\"application/json\": {\"schema\":"
            + " {\"type\": \"object\"}}}";
    assertThat(sent("/q", parameter, "{\"R\":[1]}").target())
        .isEqualTo("/q?color=%7B%22R%22%3A%5B1%5D%7D");
  }

  @Test
  void reservedCharactersAreKeptWhereAllowed() {
    String parameter = parameter("query", "form", "true", "string") + ", \"allowReserved\": true";
    assertThat(sent("/q", parameter, "\"a/b:c?d&e#f\"").target())
        .isEqualTo("/q?color=a/b:c?d%26e%23f");
  }

  /** None of these reaches the service: each addresses another resource, or is ambiguous. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          path   | -          | string | ".."           | /color: the value is empty or has a segment "." or ".."
          path   | -          | string | "."            | /color: the value is empty or has a segment "." or ".."
          path   | -          | string | "../../admin" | /color: the value is empty or has a segment "." or ".."
          path   | -          | string | "a\\\\.."    | /color: the value is empty or has a segment "." or ".."
          query  | -          | number | 1e400          | /color: the number is too large
          path   | -          | string | ""             | /color: the value is empty or has a segment "." or ".."
          path   | -          | array  | []             | /color: the value is empty or has a segment "." or ".."
          query  | form       | array  | [["a"]]        | /color: an array or object within
          query  | deepObject | object | {"a":["b"]}    | /color: an array or object within
          header | -          | string | "a\\r\\nX-B: 1"  | /color: the value has a character
          header | -          | string | "ü"            | /color: the value has a character
          """)
  void valueThatCannotBeSentIsRefused(
      String location, String style, String type, String value, String expected) {
    String path = location.equals("path") ? "/v/{color}" : "/v";
    Tool tool = tool(path, parameter(location, style, "-", type));
    int before = service.requests().size();
    RequestOutcome outcome =
        tool.call(RecordingCall.with(OperationDocuments.map("{\"color\": " + value + "}")));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            RequestOutcome.Failed.class, failed -> assertThat(failed.message()).contains(expected));
    assertThat(service.requests()).hasSize(before);
  }

  @Test
  void valueOfOneParameterDoesNotReachAnother() {
    Tool tool =
        OperationDocuments.tool(
            OperationDocuments.get(
                "3.1.0",
                "/{a}/{b}",
                "\"parameters\": [{\"name\": \"a\", \"in\": \"path\", \"required\": true,"
                    + " \"schema\": {}}, {\"name\": \"b\", \"in\": \"path\", \"required\": true,"
                    + " \"schema\": {}}]"),
            service.url());
    OperationDocuments.call(tool, Map.of("a", "{b}", "b", "x"));
    assertThat(service.last().target()).isEqualTo("/%7Bb%7D/x");
  }
}
