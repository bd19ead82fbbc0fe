package io.everythingmcp.api.typed;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.server.wire.WireJson;
import org.junit.jupiter.api.Test;

/** Annotated methods are features. */
class AnnotatedFeaturesTest {
  private final FeatureCatalog catalog = AnnotatedFeatures.of(new TypedShop());

  @Test
  void toolSchemaIsDerivedFromParameters() throws Exception {
    assertThat(
            WireJson.MAPPER.readTree(
                WireJson.text(catalog.toolDefinition("quote").orElseThrow().inputSchema())))
        .isEqualTo(
            WireJson.MAPPER.readTree(
                """
                {"type": "object", "properties": {
                  "product": {"type": "string", "minLength": 2, "maxLength": 20,
                    "description": "The product"},
                  "colour": {"type": "string", "enum": ["RED", "GREEN"], "default": "RED"},
                  "count": {"type": "integer"}},
                 "required": ["product"], "additionalProperties": false}
                """));
    assertThat(
            WireJson.MAPPER.readTree(
                WireJson.text(catalog.toolDefinition("order").orElseThrow().inputSchema())))
        .isEqualTo(
            WireJson.MAPPER.readTree(
                """
                {"type": "object", "properties": {
                  "lines": {"type": "array", "minItems": 1, "items": {
                    "type": "object", "properties": {
                      "product": {"type": "string", "minLength": 1},
                      "count": {"type": "integer", "minimum": 1, "default": 1}},
                    "required": ["product"], "additionalProperties": false}}},
                 "required": ["lines"], "additionalProperties": false}
                """));
  }

  @Test
  void resultSchemaIsDerivedFromTheReturnType() throws Exception {
    assertThat(
            WireJson.MAPPER.readTree(
                WireJson.text(catalog.toolDefinition("quote").orElseThrow().outputSchema())))
        .isEqualTo(
            WireJson.MAPPER.readTree(
                """
                {"type": "object", "properties": {
                  "product": {"type": "string"}, "amount": {"type": "number"},
                  "note": {"type": "string"}}}
                """));
  }
}
