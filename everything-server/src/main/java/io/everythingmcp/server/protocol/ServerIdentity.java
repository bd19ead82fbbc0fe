package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.Json;
import java.util.List;

/**
 * Who this server says it is.
 *
 * @param name for programs
 * @param title for people
 * @param version of this build
 * @param description one sentence
 * @param websiteUrl where to read more
 * @param instructions what a model should know before it uses the server
 * @param revisions the dates of all revisions that are served, newest first
 */
public record ServerIdentity(
    String name,
    String title,
    String version,
    String description,
    String websiteUrl,
    String instructions,
    List<String> revisions) {

  /** As an {@code Implementation} with what it must have. */
  public ObjectNode brief() {
    return Json.object().put("name", name).put("version", version);
  }

  /** As an {@code Implementation} of the newest revision; what is not known is left out. */
  public ObjectNode implementation() {
    ObjectNode implementation = brief();
    optional(implementation, "title", title);
    optional(implementation, "description", description);
    optional(implementation, "websiteUrl", websiteUrl);
    return implementation;
  }

  /** Puts the instructions into a result, where there are any: the schema knows no null. */
  public ObjectNode instruct(ObjectNode result) {
    optional(result, "instructions", instructions);
    return result;
  }

  private static void optional(ObjectNode object, String member, String value) {
    if (value != null) {
      object.put(member, value);
    }
  }
}
