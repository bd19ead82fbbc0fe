package io.everythingmcp.api.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import io.everythingmcp.api.annotation.McpArgument;
import io.everythingmcp.server.wire.WireJson;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * JSON Schemas (2020-12) of Java types, as victools makes them of Jackson's and Jakarta
 * Validation's annotations. For values that are read, a member of a record is required unless it is
 * an {@code Optional} or has a default, and no other member is allowed. For values that are
 * written, a member is required if it cannot be null.
 */
final class TypeSchemas {
  private static final Set<Class<?>> OPTIONALS =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  private final SchemaGenerator generator;
  private final DefaultValues defaults;

  private TypeSchemas(JavaTypeFormats formats, DefaultValues defaults, boolean read) {
    this.defaults = defaults;
    SchemaGeneratorConfigBuilder builder =
        new SchemaGeneratorConfigBuilder(
                WireJson.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .without(Option.SCHEMA_VERSION_INDICATOR)
            .with(Option.PLAIN_DEFINITION_KEYS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
            .with(
                new JacksonModule(
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE,
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
            .with(new JakartaValidationModule());
    if (read) {
      builder.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
    }
    builder
        .forTypesInGeneral()
        .withPropertySorter((unusedOne, unusedOther) -> 0)
        .withTypeAttributeOverride(
            (schema, scope, context) -> {
              if (JsonNode.class.isAssignableFrom(scope.getType().getErasedType())) {
                schema.remove("additionalProperties");
              }
            })
        .withCustomDefinitionProvider(
            (type, context) ->
                standard(formats, type.getErasedType())
                    .map(schema -> new CustomDefinition(WireJson.objectOf(schema), true))
                    .orElse(null));
    builder
        .forFields()
        .withRequiredCheck(field -> read ? isNeeded(field) : isNeverNull(field))
        .withStringPatternResolver(
            field ->
                pattern(field.getAnnotationConsideringFieldAndGetterIfSupported(Pattern.class)))
        .withInstanceAttributeOverride((schema, field, context) -> described(schema, field));
    generator = new SchemaGenerator(builder.build());
  }

  private static Optional<Map<String, Object>> standard(JavaTypeFormats formats, Class<?> type) {
    if (ObjectNode.class.isAssignableFrom(type)) {
      return Optional.of(Map.of("type", "object"));
    }
    if (ArrayNode.class.isAssignableFrom(type)) {
      return Optional.of(Map.of("type", "array"));
    }
    return JsonNode.class.isAssignableFrom(type) ? Optional.of(Map.of()) : formats.schema(type);
  }

  /** Schemas of arguments. */
  static TypeSchemas ofArguments(JavaTypeFormats formats, DefaultValues defaults) {
    return new TypeSchemas(formats, defaults, true);
  }

  /** Schemas of results. */
  static TypeSchemas ofResults(JavaTypeFormats formats, DefaultValues defaults) {
    return new TypeSchemas(formats, defaults, false);
  }

  /** Whether a type has an empty value of its own, so that it need not be given. */
  static boolean isOptional(Class<?> type) {
    return OPTIONALS.contains(type);
  }

  private static boolean isNeeded(FieldScope field) {
    return !field.isFakeContainerItemScope()
        && !isOptional(field.getDeclaredType().getErasedType())
        && argument(field).map(McpArgument::defaultValue).filter(DefaultValues::isGiven).isEmpty();
  }

  private static boolean isNeverNull(FieldScope field) {
    return !field.isFakeContainerItemScope()
        && (field.getType().getErasedType().isPrimitive()
            || Stream.<Class<? extends Annotation>>of(NotNull.class, NotBlank.class, NotEmpty.class)
                .anyMatch(t -> field.getAnnotationConsideringFieldAndGetterIfSupported(t) != null));
  }

  private static Optional<McpArgument> argument(FieldScope field) {
    return Optional.ofNullable(
        field.getAnnotationConsideringFieldAndGetterIfSupported(McpArgument.class));
  }

  /** A pattern of Jakarta Validation matches all of a text, one of JSON Schema a part of it. */
  static String pattern(Pattern pattern) {
    return pattern == null || pattern.flags().length > 0 ? null : "^(?:" + pattern.regexp() + ")$";
  }

  private void described(ObjectNode schema, FieldScope field) {
    if (field.isFakeContainerItemScope()) {
      return;
    }
    argument(field)
        .ifPresent(
            argument -> {
              describe(schema, argument);
              if (DefaultValues.isGiven(argument.defaultValue())) {
                schema.set(
                    "default",
                    defaults.json(field.getType().getErasedType(), argument.defaultValue()));
              }
            });
  }

  /** Adds the description of an argument, if it has one. */
  static void describe(ObjectNode schema, McpArgument argument) {
    String text = argument.description().isEmpty() ? argument.value() : argument.description();
    if (!text.isEmpty()) {
      schema.put("description", text);
    }
  }

  /** The schema of one type. */
  ObjectNode schema(Type type) {
    ObjectNode schema = generator.generateSchema(type);
    withoutNull(schema);
    return schema;
  }

  /**
   * The schemas of several types within one document.
   *
   * @param definitions gets what they refer to, below {@code $defs}
   */
  List<ObjectNode> schemas(List<Type> types, ObjectNode definitions) {
    SchemaBuilder builder = generator.buildMultipleSchemaDefinitions();
    List<ObjectNode> schemas = new ArrayList<>();
    types.forEach(type -> schemas.add(builder.createSchemaReference(type)));
    definitions.setAll(builder.collectDefinitions("$defs"));
    withoutNull(definitions);
    schemas.forEach(TypeSchemas::withoutNull);
    return schemas;
  }

  /** An optional member is left out rather than null. */
  private static void withoutNull(JsonNode node) {
    if (node instanceof ObjectNode object && object.get("type") instanceof ArrayNode types) {
      for (int i = types.size() - 1; i >= 0; i--) {
        if (types.get(i).asText().equals("null")) {
          types.remove(i);
        }
      }
      if (types.size() == 1) {
        object.set("type", types.get(0));
      }
    }
    if (node instanceof ObjectNode object
        && object.get("anyOf") instanceof ArrayNode kinds
        && kinds.size() == 2
        && kinds.get(0).path("type").asText().equals("null")
        && kinds.get(1) instanceof ObjectNode other) {
      object.remove("anyOf");
      object.setAll(other);
    }
    node.forEach(TypeSchemas::withoutNull);
  }
}
