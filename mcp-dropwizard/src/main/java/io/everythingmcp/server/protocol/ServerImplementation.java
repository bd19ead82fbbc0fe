package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.change.DeclaredFeatures;
import io.everythingmcp.server.protocol.profile.DeclaredExtensions;
import io.everythingmcp.server.protocol.profile.ServerDescription;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;

/**
 * Who this server says it is.
 *
 * @param name for programs
 * @param version of this build
 * @param profile what else it says about itself
 * @param declared extensions and experimental capabilities
 * @param revisions the dates of all revisions that are served, newest first
 */
public record ServerImplementation(
    String name,
    String version,
    ServerDescription profile,
    DeclaredExtensions declared,
    List<String> revisions) {

  /** What people call it. */
  public String label() {
    return profile.title() == null || profile.title().isEmpty() ? name : profile.title();
  }

  /** As an {@code Implementation} with what it must have. */
  public ObjectNode brief() {
    return WireJson.object().put("name", name).put("version", version);
  }

  /** As an {@code Implementation} of the newest revision; what is not known is left out. */
  public ObjectNode implementation() {
    ObjectNode implementation = brief();
    profile.describe(implementation);
    return implementation;
  }

  /** Puts the instructions into a result, where there are any: the schema knows no null. */
  public ObjectNode instruct(ObjectNode result) {
    profile.instruct(result);
    return result;
  }

  /** The capabilities that both eras know: those of the features it has. */
  public ObjectNode capabilities(DeclaredFeatures offers) {
    ObjectNode capabilities = WireJson.object();
    if (offers.tools()) {
      capabilities.putObject("tools").put("listChanged", true);
    }
    if (offers.prompts()) {
      capabilities.putObject("prompts").put("listChanged", true);
    }
    if (offers.resources()) {
      capabilities.putObject("resources").put("subscribe", true).put("listChanged", true);
    }
    if (offers.completions()) {
      capabilities.putObject("completions");
    }
    if (offers.logging()) {
      capabilities.putObject("logging");
    }
    declared.declare(capabilities);
    return capabilities;
  }
}
