/**
 * What each revision with sessions knows: the one place that says what was new when.
 *
 * <p>Features produce what the newest revision wants. {@link
 * io.everythingmcp.server.protocol.stateful.revision.RevisionView} leaves out what an older one
 * does not know, or turns it into what it knows: definitions, contents, forms, notifications,
 * questions.
 *
 * <p>Nothing in here looks at a session or a connection: all of it is functions of a revision and a
 * JSON tree.
 *
 * <p>Where the rules are written: the changelogs of <a
 * href="https://modelcontextprotocol.io/specification/2025-03-26/changelog">2025-03-26</a>, <a
 * href="https://modelcontextprotocol.io/specification/2025-06-18/changelog">2025-06-18</a> and <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/changelog">2025-11-25</a>.
 */
package io.everythingmcp.server.protocol.stateful.revision;
