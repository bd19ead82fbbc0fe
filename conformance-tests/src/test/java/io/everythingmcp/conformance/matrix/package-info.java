/**
 * The server in many configurations: every pair of revision, store and eras, and of authentication
 * with an era and a store, occurs in one of them.
 *
 * <p>{@link io.everythingmcp.conformance.matrix.PairwiseCombinations} selects the combinations,
 * {@link io.everythingmcp.conformance.matrix.MatrixIT} starts a server process for each
 * configuration and runs the suite. {@code -Pnightly} runs all combinations instead.
 */
package io.everythingmcp.conformance.matrix;
