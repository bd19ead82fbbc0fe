/**
 * The HTTP exchange with the service and the conversion of its response to a tool result.
 *
 * <p>Internal. Requests are sent to the origin of the base URL only, redirects included.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110">RFC 9110, HTTP Semantics</a>
 */
package io.everythingmcp.openapi.service;
