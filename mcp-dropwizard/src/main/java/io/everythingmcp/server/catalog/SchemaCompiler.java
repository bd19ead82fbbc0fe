package io.everythingmcp.server.catalog;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.PatternFormat;
import io.everythingmcp.server.wire.WireJson;
import java.util.Locale;
import java.util.Map;

/**
 * Compiles JSON Schema 2020-12; {@code format} is validated. References to other documents are not
 * followed.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic#json-schema-usage">JSON
 *     Schema usage</a>
 */
public final class SchemaCompiler {
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

  /** Returns a schema that is compiled when it is used. */
  public CompiledSchema compile(Map<String, Object> schema) {
    return new CompiledSchema(() -> registry.getSchema(WireJson.tree(schema)));
  }
}
