/**
 * The OpenAPI document: reading, versions, references and the errors of an import.
 *
 * <p>Internal. Reading is the work of swagger-parser; references to other documents are not
 * resolved, so that a document cannot make this server send requests or read files.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI Specification 3.1</a>
 */
package io.everythingmcp.openapi.document;
