package io.everythingmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.Tool;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of arguments, whose parameters keep their own. */
class ArgumentNamesTest {
  private static String parameter(String location, String name) {
    return "{\"name\": \"%s\", \"in\": \"%s\", \"required\": true, \"schema\": {}}"
        .formatted(name, location);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          limit        | limit         | ?limit=1
          filter[name] | filter_name   | ?filter%5Bname%5D=1
          ids[]        | ids           | ?ids%5B%5D=1
          $top         | top           | ?%24top=1
          Date<        | Date_lt       | ?Date%3C=1
          Date>=       | Date_gt_eq    | ?Date%3E%3D=1
          x.y-z_1      | x.y-z_1       | ?x.y-z_1=1
          größe        | gr_e          | ?gr%C3%B6%C3%9Fe=1
          ?            | query         | ?%3F=1
          """)
  void parameterKeepsItsName(String name, String argument, String target) {
    try (LoopbackService service = LoopbackService.json("{}")) {
      Tool tool =
          OperationDocuments.tool(
              OperationDocuments.get(
                  "3.1.0", "/x", "\"parameters\": [" + parameter("query", name) + "]"),
              service.url());
      assertThat(OperationDocuments.tree(tool.definition().inputSchema()).path("required"))
          .isEqualTo(OperationDocuments.tree("[\"" + argument + "\"]"));
      OperationDocuments.call(tool, Map.of(argument, 1));
      assertThat(service.last().target()).isEqualTo("/x" + target);
    }
  }

  @Test
  void sameNameInTwoLocationsBeginsWithItsLocation() {
    try (LoopbackService service = LoopbackService.json("{}")) {
      String parameters =
          "\"parameters\": [%s, %s, %s, %s, %s], \"requestBody\": {\"content\": {\"text/plain\": {}}}"
              .formatted(
                  parameter("path", "id"),
                  parameter("query", "id"),
                  parameter("header", "id"),
                  parameter("query", "body"),
                  parameter("query", "other"));
      Tool tool =
          OperationDocuments.tool(
              OperationDocuments.get("3.1.0", "/x/{id}", parameters), service.url());
      OperationDocuments.call(
          tool,
          Map.of(
              "path_id",
              1,
              "query_id",
              2,
              "header_id",
              3,
              "query_body",
              4,
              "other",
              5,
              "request_body",
              "text"));
      LoopbackService.Received received = service.last();
      assertThat(received.target()).isEqualTo("/x/1?id=2&body=4&other=5");
      assertThat(received.header("Id")).isEqualTo("3");
      assertThat(received.body()).isEqualTo("text");
    }
  }
}
