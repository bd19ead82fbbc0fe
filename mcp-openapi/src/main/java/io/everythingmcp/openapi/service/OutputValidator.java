package io.everythingmcp.openapi.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks responses against the output schema of a tool. */
public final class OutputValidator {
  private static final int SHOWN = 3;

  private final SchemaRegistry registry;
  private final JsonNode definition;
  private volatile Schema compiled;

  /**
   * Creates a validator, whose schema is compiled when it is used first.
   *
   * @param registry {@link #registry}
   * @param definition the schema
   */
  public OutputValidator(SchemaRegistry registry, JsonNode definition) {
    this.registry = registry;
    this.definition = definition;
  }

  /** A registry for all tools of an import, with the rules of the MCP server. */
  public static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(
        Dialects.getDraft202012(),
        builder ->
            builder.schemaRegistryConfig(
                SchemaRegistryConfig.builder()
                    .locale(Locale.ENGLISH)
                    .formatAssertionsEnabled(true)
                    .build()));
  }

  /** The violations in one sentence; empty if the value is valid. */
  Optional<String> violations(JsonNode value) {
    Schema schema = compiled;
    if (schema == null) {
      schema = registry.getSchema(definition);
      compiled = schema;
    }
    List<Error> errors = schema.validate(value);
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            errors.stream()
                .limit(SHOWN)
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .collect(Collectors.joining("; ")));
  }
}
