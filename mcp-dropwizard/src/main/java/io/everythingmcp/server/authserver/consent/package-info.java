/**
 * The way of a person: a client sends them, they agree, they log in, they go back.
 *
 * <p>{@code AuthorizationEndpoint} decides whether what a client asks can be put before a person,
 * and {@code ConsentEndpoint} takes the decision. Only then the person is sent to the provider;
 * {@code CallbackEndpoint} takes them back. What happens next at each point is in {@code Steps}.
 * Between the steps everything is in the store, bound to the browser by a cookie, so that each step
 * may happen on another instance and none in another browser.
 *
 * <p>The pages work without scripts: one form, whose first button goes on.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/security_best_practices#confused-deputy-problem">Confused
 *     deputy</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4">RFC 9700, section 4</a>
 */
package io.everythingmcp.server.authserver.consent;
