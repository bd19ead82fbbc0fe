package io.everythingmcp.openapi.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.openapi.document.ComponentReferences;
import io.everythingmcp.openapi.document.OpenApiDocument;
import io.everythingmcp.openapi.document.OperationSchemas;
import io.everythingmcp.openapi.request.BodyBinding;
import io.everythingmcp.openapi.request.ParameterBinding;
import io.everythingmcp.openapi.schema.SchemaConverter;
import io.everythingmcp.openapi.schema.SchemaDirection;
import io.everythingmcp.openapi.schema.SchemaTypes;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the parameters and the request body of one operation. */
public final class InputReader {
  private static final String BODY = "body";

  private final OpenApiDocument document;
  private final OperationSchemas declared;
  private final SchemaConverter schemas;
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();

  /** Creates a reader for one operation. */
  public InputReader(OpenApiDocument document, OperationSchemas declared) {
    this.document = document;
    this.declared = declared;
    this.schemas = new SchemaConverter(document, SchemaDirection.REQUEST);
  }

  /**
   * Reads the input.
   *
   * @param parameters the parameters of the operation
   * @throws io.everythingmcp.openapi.document.UnsupportedOperationFeature if something is not
   *     supported
   */
  public OperationInput read(List<Parameter> parameters, Operation operation) {
    Optional<RequestBody> body =
        Optional.ofNullable(operation.getRequestBody())
            .map(new ComponentReferences(document)::requestBody);
    List<ArgumentNames.Wanted> wanted = new ArrayList<>();
    parameters.forEach(p -> wanted.add(new ArgumentNames.Wanted(p.getIn(), p.getName())));
    body.ifPresent(b -> wanted.add(new ArgumentNames.Wanted("request", BODY)));
    List<String> names = ArgumentNames.of(wanted);
    List<ParameterBinding> bindings = new ArrayList<>();
    for (int index = 0; index < parameters.size(); index++) {
      bindings.add(parameter(parameters.get(index), names.get(index)));
    }
    Optional<BodyBinding> binding = body.map(b -> body(b, names.get(names.size() - 1)));
    return new OperationInput(schema(), bindings, binding);
  }

  private ParameterBinding parameter(Parameter parameter, String name) {
    JsonNode schema = declared.parameter(parameter.getIn(), parameter.getName());
    Optional<String> type = new SchemaTypes(document).type(schema);
    boolean deprecated = Boolean.TRUE.equals(parameter.getDeprecated());
    properties.put(
        name, described(schemas.convert(schema), parameter.getDescription(), deprecated));
    if (parameter.getIn().equals("path") || Boolean.TRUE.equals(parameter.getRequired())) {
      required.add(name);
    }
    return ParameterStyles.binding(parameter, name, type);
  }

  private BodyBinding body(RequestBody body, String name) {
    OperationBody content = OperationBody.of(body);
    Object schema = schemas.convert(declared.requestBody(content.declared()));
    properties.put(name, described(schema, body.getDescription(), false));
    if (Boolean.TRUE.equals(body.getRequired())) {
      required.add(name);
    }
    return content.binding(name);
  }

  private Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    schemas.addDefinitions(schema);
    return schema;
  }

  private static Object described(Object schema, String description, boolean deprecated) {
    if (!(schema instanceof Map<?, ?> keywords)) {
      return schema;
    }
    Map<String, Object> described = new LinkedHashMap<>();
    keywords.forEach((key, value) -> described.put((String) key, value));
    if (description != null && !description.isBlank()) {
      described.put("description", description.strip());
    }
    if (deprecated) {
      described.put("deprecated", true);
    }
    return described;
  }
}
