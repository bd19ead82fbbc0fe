/**
 * Differences between the stateful revisions.
 *
 * <p>Features produce messages of the latest revision. {@link
 * io.everythingmcp.server.protocol.stateful.revision.RevisionView} removes or converts what an
 * earlier revision does not support: definitions, contents, forms, notifications, input requests.
 *
 * <p>This package contains only functions of a revision and a JSON tree; it does not depend on
 * sessions or connections.
 *
 * <p>Specification: the changelogs of <a
 * href="https://modelcontextprotocol.io/specification/2025-03-26/changelog">2025-03-26</a>, <a
 * href="https://modelcontextprotocol.io/specification/2025-06-18/changelog">2025-06-18</a> and <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/changelog">2025-11-25</a>.
 */
package io.everythingmcp.server.protocol.stateful.revision;
