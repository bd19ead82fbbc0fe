package io.everythingmcp.check.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;

/** The schema of a form that the server asked a person to fill in. */
public final class FormSchema {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private FormSchema() {}

  /** The first thing that does not fit; nothing where the schema itself cannot be used. */
  public static Optional<String> problem(JsonNode schema, JsonNode content) {
    try {
      List<Error> errors = REGISTRY.getSchema(schema).validate(content);
      return errors.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "content" + errors.get(0).getInstanceLocation() + ": " + errors.get(0).getMessage());
    } catch (SchemaException e) {
      return Optional.empty();
    }
  }
}
