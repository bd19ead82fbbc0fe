package io.everythingmcp.server.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Members of parameters that are null. The schemas of all revisions have optional members and no
 * null ones; many clients send null for what they leave out, so null is taken for absent.
 */
final class NullMembers {
  /** What is in these is for features to judge, by schemas of their own. */
  private static final Set<String> OPAQUE = Set.of("arguments", "inputResponses");

  /** Required of each request of 2026-07-28: with null it claims to be one, and is none. */
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
