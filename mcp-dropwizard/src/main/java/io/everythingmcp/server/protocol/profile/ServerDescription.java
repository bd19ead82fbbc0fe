package io.everythingmcp.server.protocol.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;

/**
 * Description of a server in addition to its name and version. Null and empty members are not sent.
 * Immutable; each method returns a copy.
 *
 * @param title name for users
 * @param description one sentence
 * @param websiteUrl URL of a page about the server
 * @param icons images that clients may display
 * @param instructions instructions for the model
 */
public record ServerDescription(
    String title,
    String description,
    String websiteUrl,
    List<McpSchema.Icon> icons,
    String instructions) {
  /** Only name and version. */
  public static final ServerDescription NONE =
      new ServerDescription(null, null, null, List.of(), null);

  public ServerDescription {
    icons = List.copyOf(icons);
  }

  /** Returns a copy with a name for users. */
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

  /** Returns a copy in which the members of another description take precedence. */
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
