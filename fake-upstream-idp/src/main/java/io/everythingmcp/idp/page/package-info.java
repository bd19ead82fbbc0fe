/**
 * The login page and the error page.
 *
 * <p>Templates escape everything that is put into them. The pages need no JavaScript, and the
 * policy they are sent with allows none; their style is part of them, allowed by its hash.
 *
 * <p>Their header states that this is a fake identity provider.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
 */
package io.everythingmcp.idp.page;
