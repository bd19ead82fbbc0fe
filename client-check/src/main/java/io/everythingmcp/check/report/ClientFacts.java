package io.everythingmcp.check.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The client of a run, as declared in its first message.
 *
 * @param name or null while it declared none
 * @param revisions that it used, the earliest first
 * @param names of all clients of the run
 */
public record ClientFacts(String name, String version, List<String> revisions, List<String> names) {
  static ClientFacts of(JournalView view) {
    JsonNode first = null;
    Set<String> revisions = new TreeSet<>();
    Set<String> names = new LinkedHashSet<>();
    for (ClientMessage message : view.messages()) {
      JsonNode info =
          message.is("initialize")
              ? message.params().path("clientInfo")
              : message.meta().path(ClientMessage.META_CLIENT);
      if (info.path("name").isTextual()) {
        first = first == null ? info : first;
        if (names.size() < 20) {
          names.add(info.path("name").textValue());
        }
      }
      if (message.revision() != null
          && message.accepted()
          && revisions.size() < 20
          && message.revision().length() < 40) {
        revisions.add(message.revision());
      }
    }
    return new ClientFacts(
        first == null ? null : first.path("name").textValue(),
        first == null ? null : first.path("version").asText(null),
        List.copyOf(revisions),
        List.copyOf(names));
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", name);
    json.put("version", version);
    ArrayNode all = json.putArray("revisions");
    revisions.forEach(all::add);
    ArrayNode others = json.putArray("names");
    names.forEach(others::add);
    return json;
  }
}
