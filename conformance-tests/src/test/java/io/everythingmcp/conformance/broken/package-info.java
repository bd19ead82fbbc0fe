/**
 * Servers that break one rule each: the counterparts of the scenarios.
 *
 * <p>A check that cannot fail is worth nothing. So for each scenario there is a {@link
 * io.everythingmcp.conformance.broken.Fault}, and {@link
 * io.everythingmcp.conformance.broken.EveryCheckCanFailIT} shows that with the fault this scenario
 * fails and its neighbours do not. The fault is made by a proxy in front of our server ({@link
 * io.everythingmcp.conformance.broken.BreakingProxy}), which changes one thing on the way there or
 * back: so a broken server is a few lines that say what is wrong with it.
 */
package io.everythingmcp.conformance.broken;
