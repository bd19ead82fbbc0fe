/**
 * Validation of every message of the server against the schema of the negotiated revision.
 *
 * <ul>
 *   <li>{@link io.everythingmcp.conformance.revisions.RevisionsIT} calls all methods and all tools
 *       in each revision, and {@link io.everythingmcp.conformance.revisions.MessageValidator}
 *       validates every response. It requires the schemas of the specification, which are not part
 *       of this project
 *   <li>{@link io.everythingmcp.conformance.revisions.RevisionFeaturesIT} requires no schemas: it
 *       lists the features that are absent in earlier revisions
 * </ul>
 *
 * <p>Source of the rules: the <a
 * href="https://github.com/modelcontextprotocol/modelcontextprotocol/tree/main/schema">schemas of
 * the specification</a>.
 */
package io.everythingmcp.conformance.revisions;
