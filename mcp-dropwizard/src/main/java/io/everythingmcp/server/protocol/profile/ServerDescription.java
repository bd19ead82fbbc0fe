package io.everythingmcp.server.protocol.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;

/**
 * What a server says about itself beside its name and version. What is null or empty is not said.
 * Immutable; each method gives another one.
 *
 * @param title the name for people
 * @param description one sentence
 * @param websiteUrl where to read more
 * @param icons pictures that stand for it
 * @param instructions what a model should know before it uses the server
 */
public record ServerDescription(
    String title,
    String description,
    String websiteUrl,
    List<McpSchema.Icon> icons,
    String instructions) {
  /** Nothing but name and version is said. */
  public static final ServerDescription NONE =
      new ServerDescription(null, null, null, List.of(), null);

  public ServerDescription {
    icons = List.copyOf(icons);
  }

  /** With a name for people. */
  public ServerDescription title(String text) {
    return new ServerDescription(text, description, websiteUrl, icons, instructions);
  }

  /** With a sentence about it. */
  public ServerDescription description(String text) {
    return new ServerDescription(title, text, websiteUrl, icons, instructions);
  }

  /** With the address of a page about it. */
  public ServerDescription websiteUrl(String url) {
    return new ServerDescription(title, description, url, icons, instructions);
  }

  /** With pictures. */
  public ServerDescription icons(McpSchema.Icon... pictures) {
    return new ServerDescription(title, description, websiteUrl, List.of(pictures), instructions);
  }

  /** With instructions for models. */
  public ServerDescription instructions(String text) {
    return new ServerDescription(title, description, websiteUrl, icons, text);
  }

  /** This one, with what another one says instead where it says something. */
  public ServerDescription overriddenBy(ServerDescription other) {
    return new ServerDescription(
        either(other.title, title),
        either(other.description, description),
        either(other.websiteUrl, websiteUrl),
        other.icons.isEmpty() ? icons : other.icons,
        either(other.instructions, instructions));
  }

  private static String either(String first, String second) {
    return given(first) ? first : second;
  }

  private static boolean given(String text) {
    return text != null && !text.isEmpty();
  }

  /** Puts what an {@code Implementation} may have into one. */
  public void describe(ObjectNode implementation) {
    put(implementation, "title", title);
    put(implementation, "description", description);
    put(implementation, "websiteUrl", websiteUrl);
    if (!icons.isEmpty()) {
      implementation.set("icons", WireJson.tree(icons));
    }
  }

  /** Puts the instructions into a result. */
  public void instruct(ObjectNode result) {
    put(result, "instructions", instructions);
  }

  private static void put(ObjectNode object, String member, String value) {
    if (given(value)) {
      object.put(member, value);
    }
  }
}
