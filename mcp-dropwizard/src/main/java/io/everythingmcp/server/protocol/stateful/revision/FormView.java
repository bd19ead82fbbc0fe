package io.everythingmcp.server.protocol.stateful.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.ProtocolRevision;
import java.util.ArrayList;
import java.util.List;

/**
 * Forms as a revision sees them. Revision 2025-06-18 has no lists of choices, titles of choices in
 * a list of their own, and defaults only for booleans.
 */
public final class FormView {
  private FormView() {}

  public static JsonNode schema(ProtocolRevision revision, ObjectNode schema) {
    if (revision.atLeast(ProtocolRevision.V2025_11_25)) {
      return schema;
    }
    ObjectNode fields = (ObjectNode) schema.get("properties");
    List<String> lists = new ArrayList<>();
    for (var entry : fields.properties()) {
      ObjectNode field = (ObjectNode) entry.getValue();
      if (field.path("type").asText().equals("array")) {
        lists.add(entry.getKey());
      } else if (field.get("oneOf") instanceof ArrayNode choices) {
        titles(field, choices);
      }
      if (!field.path("type").asText().equals("boolean")) {
        field.remove("default");
      }
    }
    fields.remove(lists);
    if (schema.get("required") instanceof ArrayNode required) {
      for (int i = required.size() - 1; i >= 0; i--) {
        if (lists.contains(required.get(i).asText())) {
          required.remove(i);
        }
      }
    }
    return schema;
  }

  private static void titles(ObjectNode field, ArrayNode choices) {
    field.remove("oneOf");
    ArrayNode values = field.putArray("enum");
    ArrayNode names = field.putArray("enumNames");
    for (JsonNode choice : choices) {
      values.add(choice.path("const"));
      names.add(choice.path("title"));
    }
  }
}
