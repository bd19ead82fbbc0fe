package io.everythingmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.Tool;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas of OpenAPI 3.0 and 3.1 as JSON Schema 2020-12. */
class SchemaConversionTest {
  private static final URI SERVICE = URI.create("http://localhost:1");

  private static Tool tool(String version, String request, String response, String components) {
    return OperationDocuments.tool(
        """
        {"openapi": "%s", "info": {"title": "Test", "version": "1"},
         "paths": {"/x": {"post": {"operationId": "x",
           "requestBody": {"required": true, "content": {"application/json": {"schema": %s}}},
           "responses": {"200": {"description": "ok",
             "content": {"application/json": {"schema": %s}}}}}}},
         "components": {"schemas": {%s}}}
        """
            .formatted(version, request, response, components),
        SERVICE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          3.0.3 | {"type":"string","nullable":true}                                | {"type":["string","null"]}
          3.0.3 | {"type":"string","nullable":true,"enum":["a"]}                   | {"type":["string","null"],"enum":["a",null]}
          3.0.3 | {"nullable":true,"allOf":[{"type":"string"}]}                    | {"anyOf":[{"allOf":[{"type":"string"}]},{"type":"null"}]}
          3.1.0 | {"type":"integer","minimum":1,"exclusiveMinimum":true}           | {"type":"integer","exclusiveMinimum":1}
          3.0.3 | {"type":"integer","minimum":1,"exclusiveMinimum":true}           | {"type":"integer","exclusiveMinimum":1}
          3.0.3 | {"type":"integer","maximum":9,"exclusiveMaximum":false}          | {"type":"integer","maximum":9}
          3.0.3 | {"type":"string","example":"a","xml":{"name":"b"},"x-c":1}       | {"type":"string"}
          3.0.3 | {"type":"string","format":"date","default":"2020-01-01"}         | {"type":"string","format":"date","default":"2020-01-01"}
          3.0.3 | {"enum":[1,2]}                                                   | {"enum":[1,2]}
          3.0.3 | {"type":"object","additionalProperties":{"type":"integer"}}      | {"type":"object","additionalProperties":{"type":"integer"}}
          3.0.3 | {"type":"array","items":{"type":"string"},"uniqueItems":true}    | {"type":"array","items":{"type":"string"},"uniqueItems":true}
          3.0.3 | {"oneOf":[{"type":"string"}],"discriminator":{"propertyName":"a"}} | {"oneOf":[{"type":"string"}]}
          3.0.3 | {"type":"string","pattern":"^[a-z]+$"}                           | {"type":"string","pattern":"^[a-z]+$"}
          3.0.3 | {"type":"string","pattern":"^[a-"}                               | {"type":"string"}
          3.1.0 | {"type":["string","null"],"minLength":2}                         | {"type":["string","null"],"minLength":2}
          3.1.0 | {"type":"integer","exclusiveMinimum":0}                          | {"type":"integer","exclusiveMinimum":0}
          3.1.0 | {"const":"a"}                                                    | {"const":"a"}
          3.1.0 | {"if":{"type":"string"},"then":{"minLength":2},"else":{"minimum":1}} | {"if":{"type":"string"},"then":{"minLength":2},"else":{"minimum":1}}
          3.1.0 | {"prefixItems":[{"type":"string"}],"items":false}                | {"prefixItems":[{"type":"string"}],"items":false}
          3.1.0 | {"type":"object","unevaluatedProperties":false}                  | {"type":"object","unevaluatedProperties":false}
          3.1.0 | {"type":"object","patternProperties":{"^a":{"type":"null"}}}     | {"type":"object","patternProperties":{"^a":{"type":"null"}}}
          3.1.0 | {"type":"string","examples":["a"],"$comment":"b","x-mcp-header":"C"} | {"type":"string"}
          3.1.0 | {"type":"object","properties":{"x-a":{"type":"string"},"example":{"type":"string"}}} | {"type":"object","properties":{"x-a":{"type":"string"},"example":{"type":"string"}}}
          3.1.0 | {"type":"object","properties":{"id":{"type":"string","readOnly":true},"n":{"type":"string"}},"required":["id","n"]} | {"type":"object","properties":{"n":{"type":"string"}},"required":["n"]}
          3.1.0 | {"type":"object","properties":{"a":true,"b":false}}              | {"type":"object","properties":{"a":{},"b":{"not":{}}}}
          """)
  void schemaOfARequest(String version, String schema, String expected) {
    Tool tool = tool(version, schema, "{}", "");
    assertThat(OperationDocuments.tree(tool.definition().inputSchema()))
        .isEqualTo(
            OperationDocuments.tree(
                "{\"type\":\"object\",\"properties\":{\"body\":"
                    + expected
                    + "},\"required\":[\"body\"],\"additionalProperties\":false}"));
  }

  @Test
  void referencesBecomeDefinitions() {
    Tool tool =
        tool(
            "3.1.0",
            "{\"$ref\": \"#/components/schemas/Node\"}",
            "{}",
            """
            "Node": {"type": "object", "properties": {
              "children": {"type": "array", "items": {"$ref": "#/components/schemas/Node"}},
              "kind": {"$ref": "#/components/schemas/Tree/properties/kind", "description": "Which"}}},
            "Tree": {"properties": {"kind": {"enum": ["leaf", "branch"]}}},
            "Unused": {"type": "string"}
            """);
    assertThat(OperationDocuments.tree(tool.definition().inputSchema()))
        .isEqualTo(
            OperationDocuments.tree(
                """
                {"type": "object", "properties": {"body": {"$ref": "#/$defs/Node"}},
                 "required": ["body"], "additionalProperties": false,
                 "$defs": {
                   "Node": {"type": "object", "properties": {
                     "children": {"type": "array", "items": {"$ref": "#/$defs/Node"}},
                     "kind": {"$ref": "#/$defs/kind", "description": "Which"}}},
                   "kind": {"enum": ["leaf", "branch"]}}}
                """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"object","properties":{"a":{"type":"string","writeOnly":true},"b":{"type":"string","readOnly":true}}} | {"type":"object","properties":{"b":{"type":"string"}}}
          {"$ref":"#/components/schemas/Pet"}                                | {"type":"object","properties":{"mate":{"$ref":"#/$defs/Pet"}},"$defs":{"Pet":{"type":"object","properties":{"mate":{"$ref":"#/$defs/Pet"}}}}}
          {"allOf":[{"type":"object","properties":{"a":{"type":"string"}}}]} | {"allOf":[{"type":"object","properties":{"a":{"type":"string"}}}],"type":"object"}
          {"properties":{"a":{"type":"string"}}}                             | {"properties":{"a":{"type":"string"}},"type":"object"}
          {"type":"array","items":{"type":"string"}}                         | {"type":"array","items":{"type":"string"}}
          {"type":"object","properties":{"at":{"type":"string","format":"date-time"}}} | {"type":"object","properties":{"at":{"type":"string"}}}
          {"type":"string"}                                                  | null
          {"type":["object","null"]}                                         | null
          {}                                                                 | null
          """)
  void schemaOfAResponse(String schema, String expected) {
    Tool tool =
        tool(
            "3.1.0",
            "{}",
            schema,
            "\"Pet\": {\"type\": \"object\", \"properties\":"
                + " {\"mate\": {\"$ref\": \"#/components/schemas/Pet\"}}}");
    assertThat(OperationDocuments.tree(tool.definition().outputSchema()))
        .isEqualTo(OperationDocuments.tree(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"200": OBJECT}                              | true
          {"201": OBJECT, "404": {"description": "e"}} | true
          {"2XX": OBJECT}                              | true
          {"200": OBJECT, "201": OBJECT}               | true
          {"200": OBJECT, "204": {"description": "n"}} | false
          {"200": {"description": "n"}}                | false
          {"default": OBJECT}                          | false
          """)
  void outputSchemaIsThatOfAllSuccessfulResponses(String responses, boolean expected) {
    String object =
        "{\"description\": \"o\", \"content\": {\"application/json\": {\"schema\": {\"type\":"
            + " \"object\"}}}}";
    Tool tool =
        OperationDocuments.tool(
            "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"t\", \"version\": \"1\"}, \"paths\":"
                + " {\"/x\": {\"get\": {\"responses\": "
                + responses.replace("OBJECT", object)
                + "}}}}",
            SERVICE);
    assertThat(tool.definition().outputSchema() != null).isEqualTo(expected);
  }
}
