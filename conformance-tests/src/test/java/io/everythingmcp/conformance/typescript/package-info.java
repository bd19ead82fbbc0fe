/**
 * Clients that nobody here wrote, in another language: the official TypeScript SDK, in both of its
 * major versions, uses every feature of the server.
 *
 * <p>What the clients do is in {@code src/test/ts}. A script says one line of JSON for each check;
 * the tests in here install the SDKs, run the scripts, and make each line a test of its own.
 */
package io.everythingmcp.conformance.typescript;
