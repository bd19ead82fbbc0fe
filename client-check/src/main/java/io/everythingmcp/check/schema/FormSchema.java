package io.everythingmcp.check.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Optional;

/** Schema of a form elicitation. */
public final class FormSchema {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private FormSchema() {}

  /** Returns the first violation; empty if the schema itself is unusable. */
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
