/**
 * Logs in at a running server the way a browser does, for the command {@code token}: the challenge
 * of the endpoint leads to its metadata and to the authorization server (RFC 9728, RFC 8414), a
 * client is registered (RFC 7591), the forms of consent and of the fake identity provider are sent,
 * and the code is exchanged with its verifier (RFC 7636, RFC 8707).
 *
 * <p>It is a client like any other: it uses no class of the server and has no way around a form.
 * Only servers of this machine are asked, because only there anybody may be anybody.
 */
package io.everythingmcp.server.command.login;
