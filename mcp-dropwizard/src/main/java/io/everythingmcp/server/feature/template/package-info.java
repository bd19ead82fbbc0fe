/**
 * URI templates of resources: which can be matched, and what a URI gives the variables.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6570">RFC 6570, URI Template</a>
 */
package io.everythingmcp.server.feature.template;
