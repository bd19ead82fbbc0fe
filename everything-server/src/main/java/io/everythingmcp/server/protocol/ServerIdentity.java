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

  /** As an {@code Implementation} of the newest revision. */
  public ObjectNode implementation() {
    return Json.object()
        .put("name", name)
        .put("title", title)
        .put("version", version)
        .put("description", description)
        .put("websiteUrl", websiteUrl);
  }
}
