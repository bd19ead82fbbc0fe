package io.everythingmcp.api;

import io.everythingmcp.api.support.UriTemplate;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All features of a server in the order in which they are listed. Immutable and thread-safe: a
 * change creates a new catalog. The definitions are read once, when the catalog is created.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools">Tools,
 *     deterministic order</a>
 */
public final class FeatureCatalog {
  private final Map<String, FeatureNames.Entry<Tool, McpSchema.Tool>> tools;
  private final Map<String, FeatureNames.Entry<Prompt, McpSchema.Prompt>> prompts;
  private final Map<String, FeatureNames.Entry<Resource, McpSchema.Resource>> resources;
  private final Map<String, FeatureNames.Entry<ResourceTemplate, UriTemplate>> templates;

  /**
   * Creates a catalog.
   *
   * @param tools the tools in list order
   * @param prompts the prompts in list order
   * @param resources the resources in list order
   * @param templates the resource templates in list order
   * @throws IllegalArgumentException if two features have the same name or URI, a name is invalid,
   *     or a URI template is not supported
   */
  public FeatureCatalog(
      List<Tool> tools,
      List<Prompt> prompts,
      List<Resource> resources,
      List<ResourceTemplate> templates) {
    this.tools = FeatureNames.unique(tools, "tools", Tool::definition, McpSchema.Tool::name);
    this.prompts =
        FeatureNames.unique(prompts, "prompts", Prompt::definition, McpSchema.Prompt::name);
    this.resources =
        FeatureNames.unique(resources, "resources", Resource::definition, McpSchema.Resource::uri);
    this.templates = new LinkedHashMap<>();
    FeatureNames.unique(
            templates,
            "templates",
            template -> template.definition().uriTemplate(),
            Function.identity())
        .forEach(
            (text, entry) ->
                this.templates.put(
                    text, new FeatureNames.Entry<>(entry.feature(), UriTemplate.of(text))));
    this.tools.keySet().forEach(FeatureNames::tool);
    this.prompts.keySet().forEach(FeatureNames::prompt);
  }

  /**
   * Creates a catalog of tools only.
   *
   * @param tools the tools in list order
   * @return the catalog
   * @throws IllegalArgumentException if two tools have the same name or a name is invalid
   */
  public static FeatureCatalog of(Tool... tools) {
    return new FeatureCatalog(List.of(tools), List.of(), List.of(), List.of());
  }

  /**
   * Returns a copy with prompts appended.
   *
   * @param more the prompts
   * @return the copy
   */
  public FeatureCatalog withPrompts(Prompt... more) {
    return plus(new FeatureCatalog(List.of(), List.of(more), List.of(), List.of()));
  }

  /**
   * Returns a copy with resources appended.
   *
   * @param more the resources
   * @return the copy
   */
  public FeatureCatalog withResources(Resource... more) {
    return plus(new FeatureCatalog(List.of(), List.of(), List.of(more), List.of()));
  }

  /**
   * Returns a copy with resource templates appended.
   *
   * @param more the resource templates
   * @return the copy
   */
  public FeatureCatalog withResourceTemplates(ResourceTemplate... more) {
    return plus(new FeatureCatalog(List.of(), List.of(), List.of(), List.of(more)));
  }

  /** {@return the tools in list order} */
  public List<Tool> tools() {
    return features(tools);
  }

  /** {@return the prompts in list order} */
  public List<Prompt> prompts() {
    return features(prompts);
  }

  /** {@return the fixed resources in list order} */
  public List<Resource> resources() {
    return features(resources);
  }

  /** {@return the resource templates in list order} */
  public List<ResourceTemplate> templates() {
    return features(templates);
  }

  private static <F> List<F> features(Map<String, ? extends FeatureNames.Entry<F, ?>> entries) {
    return entries.values().stream().<F>map(FeatureNames.Entry::feature).toList();
  }

  /**
   * Finds a tool.
   *
   * @param name name of the tool
   * @return the tool; empty if it does not exist
   */
  public Optional<Tool> tool(String name) {
    return Optional.ofNullable(tools.get(name)).map(FeatureNames.Entry::feature);
  }

  /**
   * Finds a prompt.
   *
   * @param name name of the prompt
   * @return the prompt; empty if it does not exist
   */
  public Optional<Prompt> prompt(String name) {
    return Optional.ofNullable(prompts.get(name)).map(FeatureNames.Entry::feature);
  }

  /**
   * Finds a fixed resource.
   *
   * @param uri URI of the resource
   * @return the resource; empty if it does not exist
   */
  public Optional<Resource> resource(String uri) {
    return Optional.ofNullable(resources.get(uri)).map(FeatureNames.Entry::feature);
  }

  /**
   * Finds a resource template by its URI template.
   *
   * @param uriTemplate text of the URI template
   * @return the resource template; empty if there is none
   */
  public Optional<ResourceTemplate> template(String uriTemplate) {
    return Optional.ofNullable(templates.get(uriTemplate)).map(FeatureNames.Entry::feature);
  }

  /**
   * Returns the definition of a tool, always the same object in one catalog.
   *
   * @param name name of the tool
   * @return the definition; empty if the tool does not exist
   */
  public Optional<McpSchema.Tool> toolDefinition(String name) {
    return Optional.ofNullable(tools.get(name)).map(FeatureNames.Entry::definition);
  }

  /**
   * Returns the definition of a prompt, always the same object in one catalog.
   *
   * @param name name of the prompt
   * @return the definition; empty if the prompt does not exist
   */
  public Optional<McpSchema.Prompt> promptDefinition(String name) {
    return Optional.ofNullable(prompts.get(name)).map(FeatureNames.Entry::definition);
  }

  /**
   * Resource template that matches a URI.
   *
   * @param template the resource template
   * @param variables decoded values of the template's variables
   */
  public record Match(ResourceTemplate template, Map<String, String> variables) {}

  /**
   * Finds the resource templates that match a URI.
   *
   * @param uri the URI
   * @return the matches in list order
   */
  public List<Match> matches(String uri) {
    List<Match> matches = new ArrayList<>(1);
    for (FeatureNames.Entry<ResourceTemplate, UriTemplate> template : templates.values()) {
      template
          .definition()
          .match(uri)
          .ifPresent(variables -> matches.add(new Match(template.feature(), variables)));
    }
    return matches;
  }

  /**
   * Checks whether a URI identifies a resource, or matches a resource template, that is visible.
   *
   * @param uri the URI
   * @param viewer the caller
   * @return whether the caller may read it
   */
  public boolean mayRead(String uri, FeatureVisibility.Viewer viewer) {
    return resource(uri).filter(known -> known.visibility().isVisibleTo(viewer)).isPresent()
        || matches(uri).stream()
            .anyMatch(match -> match.template().visibility().isVisibleTo(viewer));
  }

  /**
   * Returns the scopes that tools require.
   *
   * @return the descriptions of the scopes by scope; an empty description if no tool describes the
   *     scope
   */
  public Map<String, String> scopes() {
    Map<String, String> scopes = new LinkedHashMap<>();
    tools()
        .forEach(
            t -> scopes.merge(t.requiredScope(), t.scopeDescription(), FeatureCatalog::described));
    return scopes;
  }

  private static String described(String one, String other) {
    return one.isBlank() ? other : one;
  }

  /**
   * Returns a copy with the features of another catalog appended.
   *
   * @param other the other catalog
   * @return the copy
   * @throws IllegalArgumentException if both have a feature with the same name or URI
   */
  public FeatureCatalog plus(FeatureCatalog other) {
    return new FeatureCatalog(
        concat(tools(), other.tools()),
        concat(prompts(), other.prompts()),
        concat(resources(), other.resources()),
        concat(templates(), other.templates()));
  }

  /**
   * Returns a copy with a tool appended.
   *
   * @param tool the tool
   * @return the copy
   * @throws IllegalArgumentException if a tool with this name exists
   */
  public FeatureCatalog with(Tool tool) {
    return new FeatureCatalog(concat(tools(), List.of(tool)), prompts(), resources(), templates());
  }

  /**
   * Returns a copy without a tool.
   *
   * @param tool name of the tool
   * @return the copy
   */
  public FeatureCatalog without(String tool) {
    List<Tool> rest =
        tools.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(tool))
            .map(entry -> entry.getValue().feature())
            .toList();
    return new FeatureCatalog(rest, prompts(), resources(), templates());
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
  }
}
