/**
 * For authors of tools and servers: play a feature without a server ({@link
 * io.everythingmcp.testing.RecordingCall}), start a server in the process of the test ({@link
 * io.everythingmcp.testing.McpTestServer}), and call it in all revisions ({@link
 * io.everythingmcp.testing.McpTestClient}). Tests of a store are in {@code
 * io.everythingmcp.testing.store}, the conformance suite in {@code
 * io.everythingmcp.conformance.junit}.
 *
 * <p>All public types of this package are API.
 */
package io.everythingmcp.testing;
