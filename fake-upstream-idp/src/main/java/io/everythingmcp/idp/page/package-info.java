/**
 * What people see: the login page, and the page that says what went wrong.
 *
 * <p>Templates escape everything that is put into them. The pages need no JavaScript, and the
 * policy they are sent with allows none; their style is part of them, allowed by its hash.
 *
 * <p>They say on top that they are not real, because they look as if they were.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
 */
package io.everythingmcp.idp.page;
