/**
 * The script of a test: the next login, the next faults, the time.
 *
 * <p>{@link io.everythingmcp.idp.script.IdpScript} is the one object that tests use; the endpoints
 * take the next steps from it. Each step is applied once, so that a test does not affect the
 * following ones.
 *
 * <p>Over HTTP the same is available at {@code /control/} if enabled. It is disabled by default: a
 * script can log in any user without a page.
 */
package io.everythingmcp.idp.script;
