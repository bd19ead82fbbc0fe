package io.everythingmcp.conformance.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that differs between revisions has one check for each of them. */
class ClientCheckVerdictTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @McpClientCheck(expectedFailures = "B03")
  private static final class Options {}

  private static JsonNode report(String... statuses) {
    ObjectNode report = JSON.createObjectNode();
    report.putArray("exchanges").addObject().put("n", 1);
    ArrayNode checks = report.putArray("checks");
    for (String status : statuses) {
      checks.addObject().put("rule", "B03").put("status", status);
    }
    return report;
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESS, SUCCESS, true",
    "SUCCESS, SKIPPED, true",
    "SKIPPED, SUCCESS, true",
    "SUCCESS, FAILURE, false",
    "SUCCESS, WARNING, false",
    "SKIPPED, SKIPPED, false"
  })
  void expectedFailureThatIsKeptFailsTheTest(String first, String second, boolean kept) {
    List<String> failures =
        ClientCheckVerdict.of(
                report(first, second),
                JSON.nullNode(),
                Options.class.getAnnotation(McpClientCheck.class))
            .failures();
    assertThat(failures)
        .isEqualTo(kept ? List.of("B03 is kept: it is no longer an expected failure") : List.of());
  }
}
