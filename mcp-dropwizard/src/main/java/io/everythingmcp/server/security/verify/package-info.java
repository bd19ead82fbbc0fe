/**
 * The ways to find out what a credential is worth: by its signature ({@link
 * io.everythingmcp.server.security.verify.JwtVerifier}), by asking who gave it ({@link
 * io.everythingmcp.server.security.verify.IntrospectionVerifier}), by its digest ({@link
 * io.everythingmcp.server.security.verify.ApiKeyVerifier}), by a class of the operator's ({@link
 * io.everythingmcp.server.security.verify.CustomVerifier}).
 *
 * <p>A signed token and the answer to an introspection say the same things, so {@link
 * io.everythingmcp.server.security.verify.TokenRules} judges both: issuer, audience, lifetime,
 * subject. Credentials are kept nowhere; where an answer is remembered, it is under the SHA-256 of
 * the token.
 *
 * <p>Only who puts a server together uses this package.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068</a>, <a
 *     href="https://www.rfc-editor.org/rfc/rfc7662">RFC 7662</a>, <a
 *     href="https://www.rfc-editor.org/rfc/rfc8707">RFC 8707</a>
 */
package io.everythingmcp.server.security.verify;
