package io.everythingmcp.api;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;

/**
 * Name, version and description of a server: the {@code serverInfo} and the {@code instructions} of
 * the protocol. A null or empty member is not sent. Immutable; each method returns another one.
 *
 * @param name for programs
 * @param version of the server
 * @param title the name for users
 * @param description one sentence
 * @param websiteUrl a page about the server
 * @param icons images that clients may show
 * @param instructions what a model should know before it uses the server
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle#initialization">Lifecycle,
 *     initialization</a>
 */
public record ServerInfo(
    String name,
    String version,
    String title,
    String description,
    String websiteUrl,
    List<McpSchema.Icon> icons,
    String instructions) {
  private static final String UNKNOWN_VERSION = "development";

  public ServerInfo {
    icons = List.copyOf(icons);
  }

  /** A server with this name, whose version is not known. */
  public static ServerInfo named(String name) {
    return new ServerInfo(name, UNKNOWN_VERSION, null, null, null, List.of(), null);
  }

  /** With this version. */
  public ServerInfo version(String text) {
    return new ServerInfo(name, text, title, description, websiteUrl, icons, instructions);
  }

  /** With the {@code Implementation-Version} of the jar of a class, where the jar has one. */
  public ServerInfo versionOf(Class<?> origin) {
    String version = origin.getPackage().getImplementationVersion();
    return version(version == null ? UNKNOWN_VERSION : version);
  }

  /** With this name for users. */
  public ServerInfo title(String text) {
    return new ServerInfo(name, version, text, description, websiteUrl, icons, instructions);
  }

  /** With this description. */
  public ServerInfo description(String text) {
    return new ServerInfo(name, version, title, text, websiteUrl, icons, instructions);
  }

  /** With the URL of a page about the server. */
  public ServerInfo websiteUrl(String url) {
    return new ServerInfo(name, version, title, description, url, icons, instructions);
  }

  /** With these icons. */
  public ServerInfo icons(McpSchema.Icon... images) {
    return new ServerInfo(
        name, version, title, description, websiteUrl, List.of(images), instructions);
  }

  /** With these instructions for models. */
  public ServerInfo instructions(String text) {
    return new ServerInfo(name, version, title, description, websiteUrl, icons, text);
  }
}
