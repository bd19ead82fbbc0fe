package io.everythingmcp.api;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;

/** Schema validation in tests. */
public final class JsonSchemas {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private JsonSchemas() {}

  /** Returns the violations of the meta-schema of 2020-12 by a schema. */
  public static List<Error> ofSchema(Object schema) {
    Schema meta =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    return meta.validate(WireJson.tree(schema));
  }

  /** Returns the violations of a schema by a value. */
  public static List<Error> ofValue(Object schema, Object value) {
    return REGISTRY.getSchema(WireJson.tree(schema)).validate(WireJson.tree(value));
  }
}
