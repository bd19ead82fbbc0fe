/**
 * Logs in at a running server like a browser, for the command {@code token}: the challenge of the
 * endpoint refers to its metadata and to the authorization server (RFC 9728, RFC 8414), a client is
 * registered (RFC 7591), the forms of consent and of the fake identity provider are submitted, and
 * the code is exchanged with its verifier (RFC 7636, RFC 8707).
 *
 * <p>It is an ordinary client without access to classes of the server. Only loopback servers are
 * used, because only they allow login as any user.
 */
package io.everythingmcp.server.command.login;
