package io.everythingmcp.server.install;

import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.feature.Prompt;
import io.everythingmcp.server.feature.Resource;
import io.everythingmcp.server.feature.ResourceTemplate;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.protocol.ServerIdentity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a server is and offers, written in Java. Immutable; each method gives another one.
 *
 * @param name what it calls itself
 * @param version of it
 * @param instructions for models; null for none
 * @param catalog its features
 */
public record ServerDefinition(String name, String version, String instructions, Catalog catalog) {

  /** A server without features. */
  public static ServerDefinition named(String name, String version) {
    return new ServerDefinition(
        name, version, null, new Catalog(List.of(), List.of(), List.of(), List.of()));
  }

  /** With instructions. */
  public ServerDefinition instructions(String text) {
    return new ServerDefinition(name, version, text, catalog);
  }

  /** With these tools, too. */
  public ServerDefinition tools(Tool... more) {
    return with(
        new Catalog(
            plus(catalog.tools(), more),
            catalog.prompts(),
            catalog.resources(),
            catalog.templates()));
  }

  /** With these prompts, too. */
  public ServerDefinition prompts(Prompt... more) {
    return with(
        new Catalog(
            catalog.tools(),
            plus(catalog.prompts(), more),
            catalog.resources(),
            catalog.templates()));
  }

  /** With these resources, too. */
  public ServerDefinition resources(Resource... more) {
    return with(
        new Catalog(
            catalog.tools(),
            catalog.prompts(),
            plus(catalog.resources(), more),
            catalog.templates()));
  }

  /** With these templates of resources, too. */
  public ServerDefinition templates(ResourceTemplate... more) {
    return with(
        new Catalog(
            catalog.tools(),
            catalog.prompts(),
            catalog.resources(),
            plus(catalog.templates(), more)));
  }

  /** What the server says about itself. */
  public ServerIdentity identity(ServerIdentity usual) {
    return new ServerIdentity(
        name,
        name,
        version,
        usual.description(),
        usual.websiteUrl(),
        instructions,
        usual.revisions());
  }

  private ServerDefinition with(Catalog other) {
    return new ServerDefinition(name, version, instructions, other);
  }

  private static <T> List<T> plus(List<T> first, T[] more) {
    List<T> all = new ArrayList<>(first);
    all.addAll(Arrays.asList(more));
    return all;
  }
}
