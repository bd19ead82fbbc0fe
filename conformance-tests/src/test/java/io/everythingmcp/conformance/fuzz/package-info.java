/**
 * Fuzz test: valid messages of every method, mutated and sent to a running server. The server must
 * stay available, its responses must stay valid, and its memory must be released.
 *
 * <ul>
 *   <li>{@link io.everythingmcp.conformance.fuzz.ValidMessages} are the initial messages, {@link
 *       io.everythingmcp.conformance.fuzz.MessageMutations} and {@link
 *       io.everythingmcp.conformance.fuzz.HeaderMutations} change them
 *   <li>{@link io.everythingmcp.conformance.fuzz.FuzzConnection} sends exactly the resulting bytes
 *   <li>{@link io.everythingmcp.conformance.fuzz.ResponseRules} are checked for every response
 *   <li>{@link io.everythingmcp.conformance.fuzz.ServerVitals} and {@link
 *       io.everythingmcp.conformance.fuzz.ControlSession} are checked at the end
 * </ul>
 *
 * <p>The same {@code -Dfuzz.seed} generates the same choices; {@code -Dfuzz.requests} is the number
 * of requests.
 */
package io.everythingmcp.conformance.fuzz;
