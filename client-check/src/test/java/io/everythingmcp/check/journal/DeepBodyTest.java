package io.everythingmcp.check.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies in a report. */
class DeepBodyTest {
  @ParameterizedTest
  @CsvSource({"199, false", "200, true", "999, true", "5000, true"})
  void bodyWithManyLevelsIsText(int levels, boolean text) throws Exception {
    String body = "[".repeat(levels) + "]".repeat(levels);
    JsonNode json =
        JournalJson.parse(
            JournalJson.write(
                JournalJson.write(
                    new RecordedExchange(
                        1,
                        EndpointKind.MCP,
                        new RecordedRequest(
                            1,
                            1,
                            "POST",
                            "/mcp",
                            HeaderList.EMPTY,
                            RecordedBody.of(body),
                            "1",
                            false),
                        RecordedResponse.pending(1),
                        null))));
    JsonNode written = json.path("request").path("body");
    assertThat(written.isTextual()).isEqualTo(text);
    assertThat(text ? written.textValue() : written.toString()).isEqualTo(body);
  }
}
