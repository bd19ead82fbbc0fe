/**
 * Verifiers of credentials: by signature ({@link
 * io.everythingmcp.server.security.verify.JwtVerifier}), by introspection ({@link
 * io.everythingmcp.server.security.verify.IntrospectionVerifier}), by digest ({@link
 * io.everythingmcp.server.security.verify.ApiKeyVerifier}), by a custom class ({@link
 * io.everythingmcp.server.security.verify.CustomVerifier}).
 *
 * <p>JWTs and introspection responses contain the same claims, so {@link
 * io.everythingmcp.server.security.verify.TokenRules} checks both: issuer, audience, lifetime,
 * subject. Credentials are not stored; results are cached under the SHA-256 of the token.
 *
 * <p>Used only to assemble a server.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068</a>, <a
 *     href="https://www.rfc-editor.org/rfc/rfc7662">RFC 7662</a>, <a
 *     href="https://www.rfc-editor.org/rfc/rfc8707">RFC 8707</a>
 */
package io.everythingmcp.server.security.verify;
