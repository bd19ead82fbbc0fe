/**
 * From the arguments of a tool to an HTTP request: parameters, request body and credentials.
 *
 * <p>Internal. Everything in a request comes from the arguments of the call, the document, or the
 * credentials of this server; nothing comes from the headers of the MCP request.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html#parameter-object">Parameter Object</a>
 */
package io.everythingmcp.openapi.request;
