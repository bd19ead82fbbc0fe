/**
 * Every message the server sends, judged by the schema of the revision that is spoken.
 *
 * <ul>
 *   <li>{@link io.everythingmcp.conformance.revisions.RevisionsIT} drives all methods and all tools
 *       in each revision, and lets {@link io.everythingmcp.conformance.revisions.Judge} look at all
 *       that comes back. It needs the schemas of the specification, which are not part of this
 *       project
 *   <li>{@link io.everythingmcp.conformance.revisions.NewerThingsIT} needs none: it says, thing by
 *       thing, what an older revision must not see
 * </ul>
 *
 * <p>Where the rules are written: the <a
 * href="https://github.com/modelcontextprotocol/modelcontextprotocol/tree/main/schema">schemas of
 * the specification</a>.
 */
package io.everythingmcp.conformance.revisions;
