package io.everythingmcp.api.typed;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Resource;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.api.annotation.McpResource;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.api.support.UriTemplate;
import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A resource, or a resource template, of a method. */
final class ResourceMethod {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+");

  private final FeatureMethod method;
  private final McpResource annotation;

  ResourceMethod(FeatureMethod method, StartErrors errors) {
    this.method = method;
    this.annotation = method.method().getAnnotation(McpResource.class);
    String place = method.place();
    StartErrors.description(annotation.description())
        .ifPresent(problem -> errors.add(place, problem));
    uriProblem().ifPresent(problem -> errors.add(place, problem));
    variables(place, errors);
    if (method.method().getReturnType() == void.class) {
      errors.add(place, "returns void; it must return the content of the resource");
    }
  }

  private Optional<String> uriProblem() {
    try {
      if (isTemplate()) {
        UriTemplate.of(uri());
        return SCHEME.matcher(uri()).matches()
            ? Optional.empty()
            : Optional.of("the URI template \"" + uri() + "\" does not begin with a scheme");
      }
      return URI.create(uri()).isAbsolute()
          ? Optional.empty()
          : Optional.of("the URI \"" + uri() + "\" has no scheme");
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private void variables(String place, StartErrors errors) {
    Set<String> variables =
        VARIABLE
            .matcher(uri())
            .results()
            .map(result -> result.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> arguments =
        method.arguments().arguments().stream()
            .map(ArgumentDefinition::name)
            .collect(Collectors.toCollection(TreeSet::new));
    variables.stream()
        .filter(name -> !arguments.contains(name))
        .forEach(name -> errors.add(place, "no parameter for the URI variable \"" + name + "\""));
    arguments.stream()
        .filter(name -> !variables.contains(name))
        .forEach(
            name -> errors.add(place, "parameter \"" + name + "\" is not a variable of the URI"));
  }

  boolean isTemplate() {
    return uri().indexOf('{') >= 0 || uri().indexOf('}') >= 0;
  }

  String uri() {
    return annotation.uri();
  }

  private String name() {
    return annotation.name().isEmpty() ? method.method().getName() : annotation.name();
  }

  Resource resource() {
    McpSchema.Resource definition =
        McpSchema.Resource.builder(uri(), name())
            .title(FeatureMethod.given(annotation.title()))
            .description(annotation.description())
            .mimeType(FeatureMethod.given(annotation.mimeType()))
            .icons(FeatureMethod.icons(annotation.icon()))
            .build();
    return new FixedResource(definition);
  }

  ResourceTemplate template() {
    McpSchema.ResourceTemplate definition =
        McpSchema.ResourceTemplate.builder(uri(), name())
            .title(FeatureMethod.given(annotation.title()))
            .description(annotation.description())
            .mimeType(FeatureMethod.given(annotation.mimeType()))
            .icons(FeatureMethod.icons(annotation.icon()))
            .build();
    return new VariableResource(definition);
  }

  /** Values that are no argument of the method name no resource. */
  private RequestOutcome read(String uri, Map<String, ?> variables, RequestContext call) {
    return FeatureMethod.outcome(
        () -> method.call(variables, call),
        value -> contents(uri, value),
        refused -> RequestOutcome.resourceNotFound(uri));
  }

  private RequestOutcome contents(String uri, Object value) {
    if (value == null || (value instanceof Optional<?> none && none.isEmpty())) {
      return RequestOutcome.resourceNotFound(uri);
    }
    if (value instanceof Optional<?> one) {
      return contents(uri, one.get());
    }
    if (value instanceof McpSchema.ReadResourceResult result) {
      return new RequestOutcome.Complete(result);
    }
    if (value instanceof List<?> list
        && !list.isEmpty()
        && list.stream().allMatch(McpSchema.ResourceContents.class::isInstance)) {
      return new RequestOutcome.Complete(
          new McpSchema.ReadResourceResult(
              list.stream().map(McpSchema.ResourceContents.class::cast).toList(), null));
    }
    return ContentBlocks.resourceContents(one(uri, value));
  }

  private McpSchema.ResourceContents one(String uri, Object value) {
    if (value instanceof McpSchema.ResourceContents contents) {
      return contents;
    }
    if (value instanceof byte[] bytes) {
      return ContentBlocks.blobOf(
          uri, type("application/octet-stream"), Base64.getEncoder().encodeToString(bytes));
    }
    if (value instanceof CharSequence text) {
      return ContentBlocks.textOf(uri, type("text/plain"), text.toString());
    }
    JsonNode json = TypeToolkit.shared().json(value);
    return ContentBlocks.textOf(uri, type("application/json"), WireJson.text(json));
  }

  private String type(String defaultType) {
    return annotation.mimeType().isEmpty() ? defaultType : annotation.mimeType();
  }

  private final class FixedResource implements Resource {
    private final McpSchema.Resource definition;

    FixedResource(McpSchema.Resource definition) {
      this.definition = definition;
    }

    @Override
    public McpSchema.Resource definition() {
      return definition;
    }

    @Override
    public RequestOutcome read(RequestContext call) {
      return ResourceMethod.this.read(uri(), Map.of(), call);
    }

    @Override
    public boolean isBlocking() {
      return annotation.blocking();
    }

    @Override
    public boolean logs() {
      return annotation.logs();
    }
  }

  private final class VariableResource implements ResourceTemplate {
    private final McpSchema.ResourceTemplate definition;

    VariableResource(McpSchema.ResourceTemplate definition) {
      this.definition = definition;
    }

    @Override
    public McpSchema.ResourceTemplate definition() {
      return definition;
    }

    @Override
    public RequestOutcome read(String uri, Map<String, String> variables, RequestContext call) {
      return ResourceMethod.this.read(uri, variables, call);
    }

    @Override
    public Optional<List<String>> completions(String argument, Map<String, String> context) {
      return method.completions(argument, context);
    }

    @Override
    public boolean isBlocking() {
      return annotation.blocking();
    }

    @Override
    public boolean logs() {
      return annotation.logs();
    }
  }
}
