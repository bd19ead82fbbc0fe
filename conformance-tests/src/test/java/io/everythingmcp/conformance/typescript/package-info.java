/**
 * Clients of other projects in another language: both major versions of the official TypeScript SDK
 * use every feature of the server.
 *
 * <p>The clients are in {@code src/test/ts}. A script prints one line of JSON for each check; the
 * tests install the SDKs, run the scripts, and report each line as a test.
 */
package io.everythingmcp.conformance.typescript;
