package io.everythingmcp.openapi.operation;

import io.everythingmcp.openapi.request.BodyBinding;
import io.everythingmcp.openapi.request.ParameterBinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of a tool.
 *
 * @param schema JSON Schema of the arguments
 * @param parameters how arguments become parameters
 * @param body how an argument becomes the request body
 */
public record OperationInput(
    Map<String, Object> schema, List<ParameterBinding> parameters, Optional<BodyBinding> body) {}
