package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.catalog.DeclaredFeatures;
import io.everythingmcp.server.protocol.profile.DeclaredExtensions;
import io.everythingmcp.server.protocol.profile.ServerDescription;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;

/**
 * Implementation information of this server.
 *
 * @param name name for programs
 * @param version version of this build
 * @param profile further description
 * @param declared extensions and experimental capabilities
 * @param revisions dates of all supported revisions, latest first
 */
public record ServerImplementation(
    String name,
    String version,
    ServerDescription profile,
    DeclaredExtensions declared,
    List<String> revisions) {

  /** Returns the display name. */
  public String label() {
    return profile.title() == null || profile.title().isEmpty() ? name : profile.title();
  }

  /** As an {@code Implementation} with what it must have. */
  public ObjectNode brief() {
    return WireJson.object().put("name", name).put("version", version);
  }

  /** Returns an {@code Implementation} object of the latest revision without unknown members. */
  public ObjectNode implementation() {
    ObjectNode implementation = brief();
    profile.describe(implementation);
    return implementation;
  }

  /** Adds the instructions to a result, if there are any: the schema does not allow null. */
  public ObjectNode instruct(ObjectNode result) {
    profile.instruct(result);
    return result;
  }

  /** Returns the capabilities common to both eras that the features require. */
  public ObjectNode capabilities(DeclaredFeatures features) {
    ObjectNode capabilities = WireJson.object();
    if (features.tools()) {
      capabilities.putObject("tools").put("listChanged", true);
    }
    if (features.prompts()) {
      capabilities.putObject("prompts").put("listChanged", true);
    }
    if (features.resources()) {
      capabilities.putObject("resources").put("subscribe", true).put("listChanged", true);
    }
    if (features.completions()) {
      capabilities.putObject("completions");
    }
    if (features.logging()) {
      capabilities.putObject("logging");
    }
    declared.declare(capabilities);
    return capabilities;
  }
}
