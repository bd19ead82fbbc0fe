package io.everythingmcp.server.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Null members of parameters. The schemas of all revisions have optional members but no null
 * values; many clients send null for absent members, so null is treated as absent.
 */
final class NullMembers {
  /** Members whose content is validated by features, with their own schemas. */
  private static final Set<String> OPAQUE = Set.of("arguments", "inputResponses");

  /**
   * Required member of requests of 2026-07-28: with null the request is an invalid one of that
   * revision.
   */
  private static final String CLAIM = "io.modelcontextprotocol/protocolVersion";

  private NullMembers() {}

  /** Removes them from a tree, at every depth; arrays stay as they are. */
  static void removeFrom(ObjectNode object) {
    List<String> empty = new ArrayList<>(0);
    for (var member : object.properties()) {
      JsonNode value = member.getValue();
      if (value.isNull()) {
        empty.add(member.getKey());
      } else if (value instanceof ObjectNode inner && !OPAQUE.contains(member.getKey())) {
        removeFrom(inner);
      }
    }
    empty.remove(CLAIM);
    object.remove(empty);
  }
}
