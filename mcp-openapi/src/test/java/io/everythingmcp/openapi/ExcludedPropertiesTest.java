package io.everythingmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.Tool;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A property that a schema of {@code allOf} marks {@code readOnly} or {@code writeOnly} is excluded
 * from all schemas of the same object: it is neither a property nor required.
 */
class ExcludedPropertiesTest {
  private static final URI SERVICE = URI.create("http://localhost:1");
  private static final String COMPONENTS =
      """
      "Base": {"type": "object", "required": ["id"],
        "properties": {"id": {"type": "integer", "MARK": true}, "name": {"type": "string"}}},
      "Plain": {"type": "object", "required": ["id", "name"],
        "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}},
      "Child": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"required": ["id", "size"]}]},
      "Id": {"type": "integer"},
      "Marked": {"type": "integer", "MARK": true},
      "Category": {"properties": {"id": {"MARK": true}}, "allOf": [{"$ref": "#/components/schemas/Tree"}]},
      "Tree": {"required": ["id"], "properties": {"id": {},
        "children": {"type": "array", "items": {"$ref": "#/components/schemas/Category"}}}},
      "Loop": {"required": ["id"], "allOf": [{"$ref": "#/components/schemas/Loop"}]}
      """;

  private static Tool tool(String mark, String request, String response) {
    String document =
        """
        {"openapi": "3.1.0", "info": {"title": "Test", "version": "1"},
         "paths": {"/x": {"post": {"operationId": "write",
           "requestBody": {"required": true, "content": {"application/json": {"schema": %s}}},
           "responses": {"200": {"description": "ok",
             "content": {"application/json": {"schema": %s}}}}}}},
         "components": {"schemas": {%s}}}
        """
            .formatted(request, response, COMPONENTS)
            .replace("MARK", mark);
    return OperationDocuments.tool(document, SERVICE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"object","allOf":[{"$ref":"#/components/schemas/Base"},{"required":["id","size"]}]} | {"type":"object","allOf":[{"$ref":"#/$defs/Base"},{"required":["size"]}],"$defs":{"Base":{"type":"object","properties":{"name":{"type":"string"}}}}}
          {"type":"object","required":["id","name"],"allOf":[{"$ref":"#/components/schemas/Base"}]} | {"type":"object","required":["name"],"allOf":[{"$ref":"#/$defs/Base"}],"$defs":{"Base":{"type":"object","properties":{"name":{"type":"string"}}}}}
          {"type":"object","allOf":[{"$ref":"#/components/schemas/Child"},{"required":["id"]}]} | {"type":"object","allOf":[{"$ref":"#/$defs/Child"},{}],"$defs":{"Child":{"allOf":[{"$ref":"#/$defs/Base"},{"required":["size"]}]},"Base":{"type":"object","properties":{"name":{"type":"string"}}}}}
          {"type":"object","allOf":[{"$ref":"#/components/schemas/Plain"},{"properties":{"id":{"MARK":true}}}]} | {"type":"object","allOf":[{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}},{"properties":{}}]}
          {"type":"object","properties":{"id":{"MARK":true}},"allOf":[{"$ref":"#/components/schemas/Plain"}]} | {"type":"object","properties":{},"allOf":[{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}}]}
          {"type":"object","required":["id"],"properties":{"id":{"allOf":[{"$ref":"#/components/schemas/Id"},{"MARK":true}]}}} | {"type":"object","properties":{}}
          {"type":"object","required":["id"],"properties":{"id":{"allOf":[{"$ref":"#/components/schemas/Marked"}]}}} | {"type":"object","properties":{}}
          {"type":"object","allOf":[{"$ref":"#/components/schemas/Plain"}]} | {"type":"object","allOf":[{"$ref":"#/$defs/Plain"}],"$defs":{"Plain":{"type":"object","required":["id","name"],"properties":{"id":{"type":"integer"},"name":{"type":"string"}}}}}
          {"type":"object","properties":{"id":{"MARK":true}},"allOf":[{"$ref":"#/components/schemas/Loop"}]} | {"type":"object","properties":{},"allOf":[{"allOf":[{"$ref":"#/$defs/Loop"}]}],"$defs":{"Loop":{"required":["id"],"allOf":[{"$ref":"#/$defs/Loop"}]}}}
          {"type":"object","properties":{"id":{"MARK":true}},"allOf":[{"$ref":"#/components/schemas/Tree"}]} | {"type":"object","properties":{},"allOf":[{"properties":{"children":{"type":"array","items":{"$ref":"#/$defs/Category"}}}}],"$defs":{"Category":{"properties":{},"allOf":[{"properties":{"children":{"type":"array","items":{"$ref":"#/$defs/Category"}}}}]}}}
          """)
  void propertyIsExcludedFromAllSchemasOfTheObject(String schema, String expected) {
    Tool writing = tool("readOnly", schema, "{}");
    assertThat(OperationDocuments.tree(writing.definition().inputSchema()).at("/properties/body"))
        .isEqualTo(withoutDefinitions(expected));
    Tool reading = tool("writeOnly", "{}", schema);
    assertThat(OperationDocuments.tree(reading.definition().outputSchema()))
        .isEqualTo(OperationDocuments.tree(expected));
    Tool other = tool("writeOnly", schema, "{}");
    assertThat(OperationDocuments.tree(other.definition().inputSchema()).toString())
        .as("the other direction excludes nothing")
        .contains("id");
  }

  private static Object withoutDefinitions(String expected) {
    ObjectNode tree = (ObjectNode) OperationDocuments.tree(expected);
    tree.remove("$defs");
    return tree;
  }
}
