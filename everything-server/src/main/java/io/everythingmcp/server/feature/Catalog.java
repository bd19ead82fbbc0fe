package io.everythingmcp.server.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All features of a server, in the order they are listed. Immutable: a change makes a new catalog.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools">Tools,
 *     deterministic order</a>
 */
public final class Catalog {
  private final Map<String, Tool> tools;
  private final Map<String, Prompt> prompts;
  private final Map<String, Resource> resources;
  private final List<ResourceTemplate> templates;

  /** A catalog of these features; two with the same name or URI are refused. */
  public Catalog(
      List<Tool> tools,
      List<Prompt> prompts,
      List<Resource> resources,
      List<ResourceTemplate> templates) {
    this.tools = byName(tools, tool -> tool.definition().name());
    this.prompts = byName(prompts, prompt -> prompt.definition().name());
    this.resources = byName(resources, resource -> resource.definition().uri());
    this.templates = List.copyOf(templates);
  }

  private static <T> Map<String, T> byName(List<T> features, Function<T, String> name) {
    Map<String, T> map = new LinkedHashMap<>();
    for (T feature : features) {
      if (map.putIfAbsent(name.apply(feature), feature) != null) {
        throw new IllegalArgumentException("Two features are called " + name.apply(feature));
      }
    }
    return map;
  }

  public List<Tool> tools() {
    return List.copyOf(tools.values());
  }

  public List<Prompt> prompts() {
    return List.copyOf(prompts.values());
  }

  public List<Resource> resources() {
    return List.copyOf(resources.values());
  }

  public List<ResourceTemplate> templates() {
    return templates;
  }

  public Optional<Tool> tool(String name) {
    return Optional.ofNullable(tools.get(name));
  }

  public Optional<Prompt> prompt(String name) {
    return Optional.ofNullable(prompts.get(name));
  }

  public Optional<Resource> resource(String uri) {
    return Optional.ofNullable(resources.get(uri));
  }

  /** The scopes of the tools, each with what it allows; empty where no tool describes it. */
  public Map<String, String> scopes() {
    Map<String, String> scopes = new LinkedHashMap<>();
    tools.values().forEach(t -> scopes.merge(t.scope(), t.scopeDescription(), Catalog::described));
    return scopes;
  }

  private static String described(String one, String other) {
    return one.isBlank() ? other : one;
  }

  /** This catalog with the features of another one after its own. */
  public Catalog plus(Catalog other) {
    return new Catalog(
        concat(tools(), other.tools()),
        concat(prompts(), other.prompts()),
        concat(resources(), other.resources()),
        concat(templates, other.templates));
  }

  /** This catalog with one more tool at the end. */
  public Catalog with(Tool tool) {
    return new Catalog(concat(tools(), List.of(tool)), prompts(), resources(), templates);
  }

  /** This catalog without a tool. */
  public Catalog without(String tool) {
    List<Tool> rest = tools().stream().filter(t -> !t.definition().name().equals(tool)).toList();
    return new Catalog(rest, prompts(), resources(), templates);
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
  }
}
