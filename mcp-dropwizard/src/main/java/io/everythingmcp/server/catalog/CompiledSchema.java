package io.everythingmcp.server.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A JSON Schema, compiled when the first value is validated. Thread-safe. */
public final class CompiledSchema {
  private static final int SHOWN = 5;

  private final Supplier<Schema> source;
  private volatile Schema compiled;

  CompiledSchema(Supplier<Schema> source) {
    this.source = source;
  }

  /** Returns the violations of the schema in one sentence; empty if the value is valid. */
  public Optional<String> violations(JsonNode value) {
    Schema schema = compiled;
    if (schema == null) {
      schema = source.get();
      compiled = schema;
    }
    List<Error> errors = schema.validate(value);
    return errors.isEmpty() ? Optional.empty() : Optional.of(sentence(errors));
  }

  private static String sentence(List<Error> errors) {
    String shown =
        errors.stream()
            .limit(SHOWN)
            .map(error -> place(error) + error.getMessage())
            .collect(Collectors.joining("; "));
    return errors.size() > SHOWN ? shown + "; and " + (errors.size() - SHOWN) + " more" : shown;
  }

  private static String place(Error error) {
    String path = error.getInstanceLocation().toString();
    return path.isEmpty() ? "" : path + ": ";
  }
}
