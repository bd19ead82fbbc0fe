/**
 * Authorization: where a client learns how to get in, the way to a token, and what a token is good
 * for.
 *
 * <p>What needs a person's consent is done through {@link
 * io.everythingmcp.conformance.oauth.UserLogin}, for servers whose pages are simple forms ({@code
 * --oauth form}); what needs none is done for any server that answers 401.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization">Authorization</a>
 */
package io.everythingmcp.conformance.area.oauth;
