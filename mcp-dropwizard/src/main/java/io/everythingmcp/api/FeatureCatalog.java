package io.everythingmcp.api;

import io.everythingmcp.api.support.UriTemplate;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * All features of a server, in the order they are listed. Immutable: a change makes a new catalog.
 * Definitions are those that features give when the catalog is made.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools">Tools,
 *     deterministic order</a>
 */
public final class FeatureCatalog {
  private final Map<String, Entry<Tool, McpSchema.Tool>> tools;
  private final Map<String, Entry<Prompt, McpSchema.Prompt>> prompts;
  private final Map<String, Entry<Resource, McpSchema.Resource>> resources;
  private final Map<String, Entry<ResourceTemplate, UriTemplate>> templates;

  /** A feature, and what is kept of its definition. */
  private record Entry<F, D>(F feature, D definition) {}

  /**
   * A catalog of these features.
   *
   * @throws IllegalArgumentException where two have the same name or URI, a name is none, or a URI
   *     template cannot be matched
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
                this.templates.put(text, new Entry<>(entry.feature(), UriTemplate.of(text))));
    this.tools.keySet().forEach(FeatureNames::tool);
    this.prompts.keySet().forEach(FeatureNames::prompt);
  }

  /** A catalog of these tools and nothing else. */
  public static FeatureCatalog of(Tool... tools) {
    return new FeatureCatalog(List.of(tools), List.of(), List.of(), List.of());
  }

  /** This catalog with these prompts after its own. */
  public FeatureCatalog withPrompts(Prompt... more) {
    return plus(new FeatureCatalog(List.of(), List.of(more), List.of(), List.of()));
  }

  /** This catalog with these resources after its own. */
  public FeatureCatalog withResources(Resource... more) {
    return plus(new FeatureCatalog(List.of(), List.of(), List.of(more), List.of()));
  }

  /** This catalog with these resource templates after its own. */
  public FeatureCatalog withResourceTemplates(ResourceTemplate... more) {
    return plus(new FeatureCatalog(List.of(), List.of(), List.of(), List.of(more)));
  }

  public List<Tool> tools() {
    return features(tools);
  }

  public List<Prompt> prompts() {
    return features(prompts);
  }

  public List<Resource> resources() {
    return features(resources);
  }

  public List<ResourceTemplate> templates() {
    return features(templates);
  }

  private static <F> List<F> features(Map<String, ? extends Entry<F, ?>> entries) {
    return entries.values().stream().<F>map(Entry::feature).toList();
  }

  public Optional<Tool> tool(String name) {
    return Optional.ofNullable(tools.get(name)).map(Entry::feature);
  }

  public Optional<Prompt> prompt(String name) {
    return Optional.ofNullable(prompts.get(name)).map(Entry::feature);
  }

  public Optional<Resource> resource(String uri) {
    return Optional.ofNullable(resources.get(uri)).map(Entry::feature);
  }

  /** The template that is written so. */
  public Optional<ResourceTemplate> template(String uriTemplate) {
    return Optional.ofNullable(templates.get(uriTemplate)).map(Entry::feature);
  }

  /** The definition of a tool; the same object for as long as this catalog is used. */
  public Optional<McpSchema.Tool> toolDefinition(String name) {
    return Optional.ofNullable(tools.get(name)).map(Entry::definition);
  }

  /** The definition of a prompt; the same object for as long as this catalog is used. */
  public Optional<McpSchema.Prompt> promptDefinition(String name) {
    return Optional.ofNullable(prompts.get(name)).map(Entry::definition);
  }

  /**
   * A template that a URI matches.
   *
   * @param variables the values of its variables
   */
  public record Match(ResourceTemplate template, Map<String, String> variables) {}

  /** The templates that a URI matches, in their order. */
  public List<Match> matches(String uri) {
    List<Match> matches = new ArrayList<>(1);
    for (Entry<ResourceTemplate, UriTemplate> template : templates.values()) {
      template
          .definition()
          .match(uri)
          .ifPresent(variables -> matches.add(new Match(template.feature(), variables)));
    }
    return matches;
  }

  /** Whether a caller may read a URI: it is that of a resource, or a template matches it. */
  public boolean mayRead(String uri, FeatureVisibility.Viewer viewer) {
    return resource(uri).filter(known -> known.visibility().isVisibleTo(viewer)).isPresent()
        || matches(uri).stream()
            .anyMatch(match -> match.template().visibility().isVisibleTo(viewer));
  }

  /** The scopes of the tools, each with what it allows; empty where no tool describes it. */
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

  /** This catalog with the features of another one after its own. */
  public FeatureCatalog plus(FeatureCatalog other) {
    return new FeatureCatalog(
        concat(tools(), other.tools()),
        concat(prompts(), other.prompts()),
        concat(resources(), other.resources()),
        concat(templates(), other.templates()));
  }

  /** This catalog with one more tool at the end. */
  public FeatureCatalog with(Tool tool) {
    return new FeatureCatalog(concat(tools(), List.of(tool)), prompts(), resources(), templates());
  }

  /** This catalog without a tool. */
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

  /**
   * What features may be called, and that no two are called the same.
   *
   * @see <a
   *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/tools#tool-names">Tool
   *     names</a>
   */
  private static final class FeatureNames {
    private static final int MOST = 128;
    private static final Predicate<String> TOOL =
        Pattern.compile("[A-Za-z0-9_.-]{1," + MOST + "}").asMatchPredicate();
    private static final Predicate<String> PROMPT =
        Pattern.compile("[^\\p{Cntrl}]{1," + MOST + "}").asMatchPredicate();

    private FeatureNames() {}

    static void tool(String name) {
      require(name, TOOL, "tool", "1 to " + MOST + " of A-Z a-z 0-9 _ - .");
    }

    static void prompt(String name) {
      require(
          name, PROMPT, "prompt", "1 to " + MOST + " characters, none of them a control character");
    }

    private static void require(String name, Predicate<String> rule, String kind, String expected) {
      if (name == null || name.isBlank() || !rule.test(name)) {
        throw new IllegalArgumentException(
            "The name of a " + kind + " is \"" + name + "\"; it must have " + expected);
      }
    }

    /** Features by what they are called. */
    static <F, D> Map<String, Entry<F, D>> unique(
        List<F> features, String kind, Function<F, D> definition, Function<D, String> name) {
      Map<String, Entry<F, D>> map = new LinkedHashMap<>();
      for (F feature : features) {
        D defined = definition.apply(feature);
        if (map.putIfAbsent(name.apply(defined), new Entry<>(feature, defined)) != null) {
          throw new IllegalArgumentException(
              "Two " + kind + " are called \"" + name.apply(defined) + "\"; one must be renamed");
        }
      }
      return map;
    }
  }
}
