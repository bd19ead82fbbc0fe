package io.everythingmcp.api.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.annotation.McpArgument;
import io.everythingmcp.server.wire.WireJson;
import jakarta.validation.ValidationException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a method as the arguments of a feature. A parameter of type {@link RequestContext}
 * is not an argument.
 */
final class ArgumentList {
  private final TypeToolkit toolkit = TypeToolkit.shared();
  private final Object object;
  private final Method method;

  /** By the index of the parameter; null for a context parameter. */
  private final List<ArgumentDefinition> byParameter = new ArrayList<>();

  private boolean constrained;

  private ArgumentList(Object object, Method method) {
    this.object = object;
    this.method = method;
  }

  /** Reads the arguments of a method; adds its errors to the list. */
  static ArgumentList of(Object object, Method method, String place, StartErrors errors) {
    ArgumentList list = new ArgumentList(object, method);
    Set<String> names = new HashSet<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.getType() == RequestContext.class) {
        list.byParameter.add(null);
        continue;
      }
      McpArgument annotation = parameter.getAnnotation(McpArgument.class);
      String name =
          annotation == null || annotation.name().isEmpty()
              ? parameter.getName()
              : annotation.name();
      if (name.equals(parameter.getName()) && !parameter.isNamePresent()) {
        errors.add(
            place,
            "the name of parameter "
                + (list.byParameter.size() + 1)
                + " is not in the class file; compile with -parameters, or set it with"
                + " @McpArgument(name = ...)");
      } else if (!names.add(name)) {
        errors.add(place, "duplicate argument name \"" + name + "\"; names must be unique");
      }
      list.add(name, parameter, annotation, place, errors);
    }
    list.checkDefaults(place, errors);
    constraintProblem(list).ifPresent(problem -> errors.add(place, problem));
    return list;
  }

  /** Evaluates the constraints once, because that reveals those that do not suit their type. */
  private static Optional<String> constraintProblem(ArgumentList list) {
    try {
      Object[] values = new Object[list.byParameter.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = ArgumentConverter.zero(list.method.getParameterTypes()[i]);
      }
      list.toolkit.constraints().violations(list.object, list.method, values, 0, list::name);
      list.constrained =
          list.toolkit.constraints().hasConstrainedParameters(list.object, list.method);
      return Optional.empty();
    } catch (ValidationException e) {
      return Optional.of("its constraints cannot be checked: " + e.getMessage());
    }
  }

  private void add(
      String name, Parameter parameter, McpArgument annotation, String place, StartErrors errors) {
    Optional<String> problem = toolkit.rules().problem(parameter.getParameterizedType(), true);
    problem.ifPresent(
        reason -> errors.add(place, "argument \"" + name + "\" has no JSON Schema: " + reason));
    Class<?> raw = DefaultValues.raw(parameter.getParameterizedType());
    if (raw.isRecord()) {
      RecordArguments.check(raw, place, errors);
    }
    JsonNode value =
        annotation == null || !DefaultValues.isGiven(annotation.defaultValue())
            ? null
            : toolkit.defaults().json(raw, annotation.defaultValue());
    byParameter.add(new ArgumentDefinition(name, parameter, value));
  }

  private void checkDefaults(String place, StartErrors errors) {
    for (int i = 0; i < byParameter.size(); i++) {
      ArgumentDefinition argument = byParameter.get(i);
      JsonNode value = argument == null ? null : argument.defaultValue();
      if (argument != null && value != null) {
        defaultProblem(i, argument, value)
            .ifPresent(
                problem ->
                    errors.add(
                        place,
                        "invalid default value of argument \""
                            + argument.name()
                            + "\": "
                            + problem));
      }
    }
  }

  private Optional<String> defaultProblem(int index, ArgumentDefinition argument, JsonNode value) {
    if (toolkit.rules().problem(argument.type(), true).isPresent()) {
      return Optional.empty();
    }
    Class<?> raw = DefaultValues.raw(argument.type());
    if (ArgumentConverter.isInteger(raw) && !value.isIntegralNumber()) {
      return Optional.of(value + " is not an integer");
    }
    if ((raw == boolean.class || raw == Boolean.class) && !value.isBoolean()) {
      return Optional.of(value + " is not a boolean");
    }
    try {
      Object[] values = new Object[byParameter.size()];
      values[index] = toolkit.converter().convert("/" + argument.name(), value, argument.type());
      return toolkit.constraints().violations(object, method, values, index, this::name).stream()
          .findFirst();
    } catch (InvalidArgumentException e) {
      return Optional.of(e.getMessage());
    } catch (ValidationException e) {
      return Optional.empty();
    }
  }

  private String name(int parameter) {
    ArgumentDefinition argument =
        parameter < byParameter.size() ? byParameter.get(parameter) : null;
    return argument == null ? "context" : argument.name();
  }

  /** All arguments, in the order of the parameters. */
  List<ArgumentDefinition> arguments() {
    return byParameter.stream().filter(java.util.Objects::nonNull).toList();
  }

  /** The JSON Schema of all arguments. */
  Map<String, Object> schema() {
    ObjectNode root = WireJson.object().put("type", "object");
    ObjectNode properties = root.putObject("properties");
    ArrayNode required = WireJson.MAPPER.createArrayNode();
    ObjectNode definitions = WireJson.object();
    List<ObjectNode> schemas =
        toolkit.argumentSchemas(
            arguments().stream().map(ArgumentDefinition::givenType).toList(), definitions);
    for (int i = 0; i < schemas.size(); i++) {
      ArgumentDefinition argument = arguments().get(i);
      ObjectNode schema = schemas.get(i).deepCopy();
      ConstraintKeywords.add(schema, argument.parameter());
      argument.annotation().ifPresent(annotation -> TypeSchemas.describe(schema, annotation));
      if (argument.defaultValue() != null) {
        schema.set("default", argument.defaultValue());
      }
      if (argument.isRequired()) {
        required.add(argument.name());
      }
      properties.set(argument.name(), schema);
    }
    if (!required.isEmpty()) {
      root.set("required", required);
    }
    root.put("additionalProperties", false);
    if (!definitions.isEmpty()) {
      root.set("$defs", definitions);
    }
    return WireJson.map(root);
  }

  /**
   * The values of the parameters.
   *
   * @throws InvalidArgumentException if one is of another type, or breaks a constraint
   */
  Object[] values(Map<String, ?> arguments, RequestContext context)
      throws InvalidArgumentException {
    Object[] values = new Object[byParameter.size()];
    for (int i = 0; i < values.length; i++) {
      ArgumentDefinition argument = byParameter.get(i);
      values[i] = argument == null ? context : value(argument, arguments.get(argument.name()));
    }
    if (constrained) {
      toolkit.constraints().check(object, method, values, this::name);
    } else {
      toolkit.constraints().checkRecords(values, this::name);
    }
    return values;
  }

  private @Nullable Object value(ArgumentDefinition argument, @Nullable Object given)
      throws InvalidArgumentException {
    Object json = given == null ? argument.defaultValue() : given;
    if (json == null && argument.isRequired()) {
      throw new InvalidArgumentException("/" + argument.name() + ": is missing");
    }
    return toolkit.converter().convert("/" + argument.name(), json, argument.type());
  }

  /** Returns the values that may be proposed for an argument; empty if the argument is unknown. */
  Optional<List<String>> completions(String argument) {
    return arguments().stream()
        .filter(known -> known.name().equals(argument))
        .findFirst()
        .map(ArgumentDefinition::completions);
  }
}
