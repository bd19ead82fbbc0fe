/**
 * The official suite, {@code @modelcontextprotocol/conformance} from npm: run for all its sets of
 * requirements, its checks merged with ours ({@link
 * io.everythingmcp.conformance.official.OfficialSuite}).
 *
 * <p>It needs Node 22 or later, which {@code npx} fetches if an earlier one is installed. It sends
 * no credentials.
 */
package io.everythingmcp.conformance.official;
