package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.PatternFormat;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks values against JSON Schema 2020-12, {@code format} included. Each schema is compiled once.
 * References to other documents are not followed.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic#json-schema-usage">JSON
 *     Schema usage</a>
 */
public final class SchemaValidator {
  private static final int SHOWN = 5;

  /** A mailbox of RFC 5321 in any script. The library's own format accepts public domains only. */
  private static final String EMAIL =
      "(?:[^\\s@<>()\\[\\],;:\\\\\".]+(?:\\.[^\\s@<>()\\[\\],;:\\\\\".]+)*|\"[^\"\\r\\n]+\")"
          + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?"
          + "(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)*|\\[[0-9A-Za-z:.]+])";

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          Dialect.builder(Dialects.getDraft202012())
              .format(PatternFormat.of("email", "^(?=.{3,254}$)" + EMAIL + "$", "format.email"))
              .build(),
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder()
                      .locale(Locale.ENGLISH)
                      .formatAssertionsEnabled(true)
                      .build()));

  /** By the identity of the schema object, for as long as a catalog has that object. */
  private final Cache<Map<String, Object>, Schema> compiled =
      Caffeine.newBuilder().weakKeys().build();

  /** Returns the violations of a schema in one sentence; empty if the value is valid. */
  public Optional<String> violations(Map<String, Object> schema, JsonNode value) {
    List<Error> errors =
        compiled.get(schema, key -> registry.getSchema(WireJson.tree(schema))).validate(value);
    return errors.isEmpty() ? Optional.empty() : Optional.of(sentence(errors));
  }

  /** The same for a schema that is used only once. */
  public Optional<String> violationsOnce(Map<String, Object> schema, JsonNode value) {
    List<Error> errors = registry.getSchema(WireJson.tree(schema)).validate(value);
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
