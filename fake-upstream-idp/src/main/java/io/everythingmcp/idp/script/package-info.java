/**
 * What a test tells a provider to do next: who logs in, what goes wrong, what time it is.
 *
 * <p>{@link io.everythingmcp.idp.script.IdpScript} is the one object that tests use; the endpoints
 * take from it what was said. Each step happens once and is then forgotten, so that a test cannot
 * disturb the next one for long.
 *
 * <p>Over HTTP the same is at {@code /control/}, where it is switched on. It never is by default:
 * who may script a provider may be anybody without a page.
 */
package io.everythingmcp.idp.script;
