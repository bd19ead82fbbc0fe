package io.everythingmcp.server.assembly;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.Resource;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.protocol.ServerImplementation;
import io.everythingmcp.server.protocol.profile.DeclaredExtensions;
import io.everythingmcp.server.protocol.profile.ServerDescription;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Definition of a server in Java. Immutable; each method returns a copy.
 *
 * @param name its name for programs
 * @param version its version
 * @param profile further description
 * @param declared extensions and experimental capabilities
 * @param catalog its features
 */
public record ServerDefinition(
    String name,
    String version,
    ServerDescription profile,
    DeclaredExtensions declared,
    FeatureCatalog catalog) {

  /** Creates a server without features, with the same name for users and programs. */
  public static ServerDefinition of(String name, String version) {
    return new ServerDefinition(
        name,
        version,
        ServerDescription.NONE.title(name),
        DeclaredExtensions.NONE,
        new FeatureCatalog(List.of(), List.of(), List.of(), List.of()));
  }

  /** With instructions for models. */
  public ServerDefinition instructions(String text) {
    return with(profile.instructions(text));
  }

  /** Returns a copy with a name for users. */
  public ServerDefinition title(String text) {
    return with(profile.title(text));
  }

  /** With a sentence about it. */
  public ServerDefinition description(String text) {
    return with(profile.description(text));
  }

  /** With the address of a page about it. */
  public ServerDefinition websiteUrl(String url) {
    return with(profile.websiteUrl(url));
  }

  /** With pictures that stand for it. */
  public ServerDefinition icons(McpSchema.Icon... pictures) {
    return with(profile.icons(pictures));
  }

  /** Returns a copy with an extension and its settings. */
  public ServerDefinition extension(String identifier, Map<String, ?> settings) {
    return new ServerDefinition(
        name, version, profile, declared.extension(identifier, settings), catalog);
  }

  /** With these tools, too. */
  public ServerDefinition tools(Tool... more) {
    return with(
        new FeatureCatalog(
            plus(catalog.tools(), more),
            catalog.prompts(),
            catalog.resources(),
            catalog.templates()));
  }

  /** With these prompts, too. */
  public ServerDefinition prompts(Prompt... more) {
    return with(
        new FeatureCatalog(
            catalog.tools(),
            plus(catalog.prompts(), more),
            catalog.resources(),
            catalog.templates()));
  }

  /** With these resources, too. */
  public ServerDefinition resources(Resource... more) {
    return with(
        new FeatureCatalog(
            catalog.tools(),
            catalog.prompts(),
            plus(catalog.resources(), more),
            catalog.templates()));
  }

  /** With these templates of resources, too. */
  public ServerDefinition resourceTemplates(ResourceTemplate... more) {
    return with(
        new FeatureCatalog(
            catalog.tools(),
            catalog.prompts(),
            catalog.resources(),
            plus(catalog.templates(), more)));
  }

  /** Returns the implementation information of the server. */
  public ServerImplementation identity(ServerImplementation defaults) {
    return new ServerImplementation(name, version, profile, declared, defaults.revisions());
  }

  private ServerDefinition with(ServerDescription other) {
    return new ServerDefinition(name, version, other, declared, catalog);
  }

  private ServerDefinition with(FeatureCatalog other) {
    return new ServerDefinition(name, version, profile, declared, other);
  }

  private static <T> List<T> plus(List<T> first, T[] more) {
    List<T> all = new ArrayList<>(first);
    all.addAll(Arrays.asList(more));
    return all;
  }
}
