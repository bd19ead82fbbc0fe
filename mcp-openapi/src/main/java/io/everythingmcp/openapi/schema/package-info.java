/**
 * Schemas of OpenAPI 3.0 and 3.1 as JSON Schema 2020-12 without references to the document.
 *
 * <p>Internal.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html#schema-object">Schema Object</a>
 */
package io.everythingmcp.openapi.schema;
