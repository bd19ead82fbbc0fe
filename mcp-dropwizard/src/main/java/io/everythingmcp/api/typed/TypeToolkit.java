package io.everythingmcp.api.typed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.WireJson;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/** Shared services of all typed features: schemas, conversion and validation. */
final class TypeToolkit {
  private static final TypeToolkit SHARED = new TypeToolkit();

  private final JavaTypeFormats formats = new JavaTypeFormats();
  private final RecordArguments.RecordParts parts = new RecordArguments.RecordParts();
  private final DefaultValues defaults = new DefaultValues(formats, parts);
  private final JavaTypeRules rules = new JavaTypeRules(formats);
  private final TypeSchemas arguments = TypeSchemas.ofArguments(formats, defaults);
  private final TypeSchemas results = TypeSchemas.ofResults(formats, defaults);
  private final ArgumentConverter converter =
      new ArgumentConverter(defaults, new RecordArguments.DirectRecords(parts));
  private final BeanConstraints constraints = new BeanConstraints(parts);

  private TypeToolkit() {}

  static TypeToolkit shared() {
    return SHARED;
  }

  DefaultValues defaults() {
    return defaults;
  }

  JavaTypeRules rules() {
    return rules;
  }

  ArgumentConverter converter() {
    return converter;
  }

  BeanConstraints constraints() {
    return constraints;
  }

  /** Returns the schemas of arguments; shared definitions are added to a common object. */
  List<ObjectNode> argumentSchemas(List<Type> types, ObjectNode definitions) {
    return arguments.schemas(types, definitions);
  }

  /** The schema of a record that holds all arguments. */
  Map<String, Object> argumentSchema(Class<?> record) {
    return WireJson.map(arguments.schema(record));
  }

  /** The schema of a result. */
  Map<String, Object> resultSchema(Type type) {
    return WireJson.map(results.schema(type));
  }

  /** A result as JSON. */
  JsonNode json(Object value) {
    return converter.mapper().valueToTree(value);
  }
}
