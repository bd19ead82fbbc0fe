/**
 * Public API for tools from an OpenAPI document: {@link io.everythingmcp.openapi.OpenApiTools}.
 *
 * <p>Each operation becomes one tool. Its input schema has the parameters and the request body, its
 * output schema is that of the JSON response, and its hints and OAuth scope come from the HTTP
 * method. Requests carry the credentials of this server, never those of the caller.
 *
 * <p>Dependencies: the public API of mcp-dropwizard and swagger-parser. The other packages of this
 * module are internal.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI Specification 3.1</a>
 */
@NullMarked
package io.everythingmcp.openapi;

import org.jspecify.annotations.NullMarked;
