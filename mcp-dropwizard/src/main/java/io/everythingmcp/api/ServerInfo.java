package io.everythingmcp.api;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Implementation information of a server: the {@code serverInfo} and the {@code instructions} of
 * the protocol. A null or empty member is not sent. Immutable; each method returns a copy.
 *
 * @param name name for programs
 * @param version version of the server
 * @param title name for users, or null
 * @param description one sentence, or null
 * @param websiteUrl URL of a page about the server, or null
 * @param icons images that clients may display
 * @param instructions instructions for the model, or null
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle#initialization">Lifecycle,
 *     initialization</a>
 */
public record ServerInfo(
    String name,
    String version,
    @Nullable String title,
    @Nullable String description,
    @Nullable String websiteUrl,
    List<McpSchema.Icon> icons,
    @Nullable String instructions) {
  private static final String UNKNOWN_VERSION = "development";

  /**
   * Copies the icons.
   *
   * @param name name for programs
   * @param version version of the server
   * @param title name for users, or null
   * @param description one sentence, or null
   * @param websiteUrl URL of a page about the server, or null
   * @param icons images that clients may display
   * @param instructions instructions for the model, or null
   */
  public ServerInfo {
    icons = List.copyOf(icons);
  }

  /**
   * Creates server information with an unknown version.
   *
   * @param name name for programs
   * @return the server information
   */
  public static ServerInfo named(String name) {
    return new ServerInfo(name, UNKNOWN_VERSION, null, null, null, List.of(), null);
  }

  /**
   * Returns a copy with a version.
   *
   * @param text the version
   * @return the copy
   */
  public ServerInfo version(String text) {
    return new ServerInfo(name, text, title, description, websiteUrl, icons, instructions);
  }

  /**
   * Returns a copy with the {@code Implementation-Version} of a class's jar.
   *
   * @param origin a class of the jar
   * @return the copy; its version is {@code development} if the jar has none
   */
  public ServerInfo versionOf(Class<?> origin) {
    String version = origin.getPackage().getImplementationVersion();
    return version(version == null ? UNKNOWN_VERSION : version);
  }

  /**
   * Returns a copy with a name for users.
   *
   * @param text the title
   * @return the copy
   */
  public ServerInfo title(String text) {
    return new ServerInfo(name, version, text, description, websiteUrl, icons, instructions);
  }

  /**
   * Returns a copy with a description.
   *
   * @param text one sentence
   * @return the copy
   */
  public ServerInfo description(String text) {
    return new ServerInfo(name, version, title, text, websiteUrl, icons, instructions);
  }

  /**
   * Returns a copy with the URL of a page about the server.
   *
   * @param url absolute URL
   * @return the copy
   */
  public ServerInfo websiteUrl(String url) {
    return new ServerInfo(name, version, title, description, url, icons, instructions);
  }

  /**
   * Returns a copy with icons.
   *
   * @param images the icons
   * @return the copy
   */
  public ServerInfo icons(McpSchema.Icon... images) {
    return new ServerInfo(
        name, version, title, description, websiteUrl, List.of(images), instructions);
  }

  /**
   * Returns a copy with instructions for the model.
   *
   * @param text the instructions
   * @return the copy
   */
  public ServerInfo instructions(String text) {
    return new ServerInfo(name, version, title, description, websiteUrl, icons, text);
  }
}
