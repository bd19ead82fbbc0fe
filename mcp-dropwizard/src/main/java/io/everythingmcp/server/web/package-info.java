/**
 * HTML pages: home page, consent, elicitation and errors.
 *
 * <p>A page is plain HTML and works without JavaScript. The content security policy of the server
 * forbids scripts, and styles other than the one stylesheet, so nothing here is inline. Templates
 * ({@code *.ftlh}) escape whatever they are given; a template that fails shows nothing of itself.
 *
 * <p>Public addresses are made from the base URI of the configuration, never from a header.
 * Addresses within the pages are paths, so that they work by whatever name the server was reached.
 *
 * <p>Each page that requires user interaction is one form. Its first button continues; its CSRF
 * token ({@link io.everythingmcp.server.web.CsrfToken}) shows that the form was sent from the
 * browser that was given it.
 *
 * <p>Used by: the application. Allowed dependencies: the readable part of the protocol ({@code
 * protocol}), the caller of a request ({@code transport.http}), the health of the server ({@code
 * observation}) and its configuration. Where the rules of the page behind {@code elicitUrl} are
 * written: <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation#safe-url-handling">Safe
 * URL handling</a>.
 */
package io.everythingmcp.server.web;
