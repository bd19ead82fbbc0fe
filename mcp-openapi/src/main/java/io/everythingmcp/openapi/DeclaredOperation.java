package io.everythingmcp.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.List;
import java.util.Optional;

/**
 * Operation with its place in the document.
 *
 * @param method HTTP method in upper case
 * @param path path with variables
 * @param item the path item
 * @param model the operation
 */
record DeclaredOperation(String method, String path, PathItem item, Operation model) {
  OpenApiOperation summary() {
    return new OpenApiOperation(
        method,
        path,
        Optional.ofNullable(model.getOperationId()).filter(id -> !id.isBlank()),
        model.getTags() == null ? List.of() : List.copyOf(model.getTags()),
        Optional.ofNullable(model.getSummary()).filter(text -> !text.isBlank()),
        Boolean.TRUE.equals(model.getDeprecated()));
  }
}
