/**
 * Nonsense, a lot of it: valid messages of every method, damaged in every way we could think of,
 * against a real server. Whatever comes in, the server stays up, stays honest and forgets it again.
 *
 * <ul>
 *   <li>{@link io.everythingmcp.conformance.fuzz.ValidMessages} are where it starts, {@link
 *       io.everythingmcp.conformance.fuzz.Mutations} and {@link
 *       io.everythingmcp.conformance.fuzz.HeaderMutations} damage them
 *   <li>{@link io.everythingmcp.conformance.fuzz.Wire} sends exactly the bytes that came out
 *   <li>{@link io.everythingmcp.conformance.fuzz.Rules} are what has to hold for every answer
 *   <li>{@link io.everythingmcp.conformance.fuzz.Vitals} and {@link
 *       io.everythingmcp.conformance.fuzz.Canary} are what has to hold in the end
 * </ul>
 *
 * <p>The same {@code -Dfuzz.seed} makes the same choices; {@code -Dfuzz.requests} says how many.
 */
package io.everythingmcp.conformance.fuzz;
