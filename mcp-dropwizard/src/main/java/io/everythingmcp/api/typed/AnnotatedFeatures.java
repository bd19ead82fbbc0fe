package io.everythingmcp.api.typed;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.Resource;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.annotation.McpPrompt;
import io.everythingmcp.api.annotation.McpResource;
import io.everythingmcp.api.annotation.McpTool;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Catalog of the annotated methods of objects. The features of an object are sorted by the names of
 * their methods, those of several objects by the order of the objects.
 */
public final class AnnotatedFeatures {
  private static final List<Class<? extends Annotation>> KINDS =
      List.of(McpTool.class, McpPrompt.class, McpResource.class);

  private final StartErrors errors = new StartErrors();
  private final List<Tool> tools = new ArrayList<>();
  private final List<Prompt> prompts = new ArrayList<>();
  private final List<Resource> resources = new ArrayList<>();
  private final List<ResourceTemplate> templates = new ArrayList<>();

  /** Where each name was used first: by kind and name. */
  private final Map<String, String> names = new HashMap<>();

  private AnnotatedFeatures() {}

  /**
   * A catalog of objects, each with at least one method that has {@link McpTool}, {@link McpPrompt}
   * or {@link McpResource}, or each itself a {@link Tool}, {@link Prompt}, {@link Resource} or
   * {@link ResourceTemplate}.
   *
   * @param instances the objects, in the order in which their features are listed
   * @return the catalog
   * @throws InvalidFeaturesException if one of them is invalid; it contains all errors
   */
  public static FeatureCatalog of(Object... instances) {
    AnnotatedFeatures features = new AnnotatedFeatures();
    for (Object instance : instances) {
      features.add(instance);
    }
    features.errors.refuseAny();
    return new FeatureCatalog(
        features.tools, features.prompts, features.resources, features.templates);
  }

  private void add(Object instance) {
    String place = instance.getClass().getSimpleName();
    if (instance instanceof Tool tool) {
      add(tools, "tool", tool.definition().name(), tool, place);
    } else if (instance instanceof Prompt prompt) {
      add(prompts, "prompt", prompt.definition().name(), prompt, place);
    } else if (instance instanceof Resource resource) {
      add(resources, "resource", resource.definition().uri(), resource, place);
    } else if (instance instanceof ResourceTemplate template) {
      add(templates, "template", template.definition().uriTemplate(), template, place);
    } else {
      methods(instance);
    }
  }

  private <F> void add(List<F> features, String kind, String name, F feature, String place) {
    String other = names.putIfAbsent(kind + " " + name, place);
    if (other == null) {
      features.add(feature);
    } else {
      errors.add(place, "duplicate " + kind + " name \"" + name + "\", also used by " + other);
    }
  }

  private void methods(Object instance) {
    List<Method> methods =
        annotated(instance.getClass())
            .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString))
            .toList();
    if (methods.isEmpty()) {
      errors.add(
          instance.getClass().getSimpleName(),
          "has no method with @McpTool, @McpPrompt or @McpResource");
    }
    CompletionMethods completions = new CompletionMethods(instance, errors);
    Map<String, FeatureMethod> bound = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (Method method : methods) {
      if (!seen.add(method.getName())) {
        errors.add(
            FeatureMethod.place(method), "is overloaded; annotated methods must have unique names");
      } else {
        int before = errors.count();
        FeatureMethod feature = FeatureMethod.of(instance, method, completions, errors);
        bound.put(method.getName(), feature);
        feature(feature, before);
      }
    }
    completions.check(bound, errors);
  }

  private static Stream<Method> annotated(Class<?> type) {
    if (type == null || type == Object.class) {
      return Stream.empty();
    }
    return Stream.concat(
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> !method.isSynthetic())
            .filter(method -> KINDS.stream().anyMatch(method::isAnnotationPresent)),
        annotated(type.getSuperclass()));
  }

  /** Adds one feature if it is valid. */
  private void feature(FeatureMethod bound, int before) {
    Method method = bound.method();
    if (KINDS.stream().filter(method::isAnnotationPresent).count() > 1) {
      errors.add(
          FeatureMethod.place(method),
          "must have exactly one of @McpTool, @McpPrompt and @McpResource");
    } else if (method.isAnnotationPresent(McpTool.class)) {
      tool(bound, before);
    } else if (method.isAnnotationPresent(McpPrompt.class)) {
      prompt(bound, before);
    } else {
      resource(bound, before);
    }
  }

  private void tool(FeatureMethod method, int before) {
    ToolMethod tool = new ToolMethod(method, errors);
    String place = method.place();
    if (tool.isMade(before)) {
      add(tools, "tool", tool.name(), tool.tool(), place);
    } else {
      names.putIfAbsent("tool " + tool.name(), place);
    }
  }

  private void prompt(FeatureMethod method, int before) {
    PromptMethod prompt = new PromptMethod(method, errors);
    if (errors.count() == before) {
      add(prompts, "prompt", prompt.definition().name(), prompt, method.place());
    }
  }

  private void resource(FeatureMethod method, int before) {
    ResourceMethod resource = new ResourceMethod(method, errors);
    if (errors.count() > before) {
      return;
    }
    if (resource.isTemplate()) {
      add(templates, "template", resource.uri(), resource.template(), method.place());
    } else {
      add(resources, "resource", resource.uri(), resource.resource(), method.place());
    }
  }
}
