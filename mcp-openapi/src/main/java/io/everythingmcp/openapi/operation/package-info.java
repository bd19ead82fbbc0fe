/**
 * What an operation of the document means for a tool: arguments, result and credentials.
 *
 * <p>Internal.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html#operation-object">Operation Object</a>
 */
package io.everythingmcp.openapi.operation;
