/**
 * Interactive part of the authorization flow: request, consent, login, redirect.
 *
 * <p>{@code AuthorizationEndpoint} validates the request of a client, and {@code ConsentEndpoint}
 * receives the decision. Only then the user is redirected to the identity provider and returns to
 * {@code CallbackEndpoint}. The transitions are in {@code AuthorizationFlow}. Between the steps the
 * state is in the store, bound to the browser by a cookie, so that each step may run on another
 * instance but not in another browser.
 *
 * <p>The pages work without scripts: one form, whose first button approves.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/security_best_practices#confused-deputy-problem">Confused
 *     deputy</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4">RFC 9700, section 4</a>
 */
package io.everythingmcp.server.authserver.consent;
