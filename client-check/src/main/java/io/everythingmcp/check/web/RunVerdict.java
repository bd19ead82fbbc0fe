package io.everythingmcp.check.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.JournalJson;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.run.StepProgress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Verdict on a run.
 *
 * @param journal what was evaluated
 * @param report the published report, without the exchanges
 * @param headline one sentence
 * @param official the checks in the format of the official suite
 * @param progress the completed steps
 */
public record RunVerdict(
    JournalSnapshot journal,
    ObjectNode report,
    String headline,
    ArrayNode official,
    StepProgress progress) {

  /** Returns the last exchanges, at most so many. */
  List<RecordedExchange> last(int most) {
    List<RecordedExchange> all = journal.exchanges();
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  /** Writes the published report: of a long run it would not fit in memory. */
  void write(OutputStream out) throws IOException {
    ObjectMapper mapper = new ObjectMapper().disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
    try (JsonGenerator json = mapper.createGenerator(out).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      for (Map.Entry<String, JsonNode> field : report.properties()) {
        json.writeFieldName(field.getKey());
        json.writeTree(field.getValue());
        if (field.getKey().equals("checks")) {
          json.writeArrayFieldStart("exchanges");
          for (RecordedExchange exchange : journal.exchanges()) {
            json.writeTree(JournalJson.write(exchange));
          }
          json.writeEndArray();
        }
      }
      json.writeEndObject();
    }
  }
}
