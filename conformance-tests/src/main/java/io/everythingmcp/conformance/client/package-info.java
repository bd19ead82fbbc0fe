/**
 * Conversations with a server: in a session ({@link
 * io.everythingmcp.conformance.client.StatefulClient}, revisions up to 2025-11-25), without one
 * ({@link io.everythingmcp.conformance.client.StatelessClient}, 2026-07-28), or over the transport
 * of 2024-11-05 ({@link io.everythingmcp.conformance.client.HttpSseClient}).
 *
 * <p>{@link io.everythingmcp.conformance.client.SuiteClient} is what the first two have in common,
 * so that a rule that is the same in all revisions is one scenario. A conversation puts each
 * message together as its revision wants it, and gives it to the scenario before it is sent: so the
 * scenario can spoil exactly one thing.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/versioning">Versioning</a>
 */
package io.everythingmcp.conformance.client;
