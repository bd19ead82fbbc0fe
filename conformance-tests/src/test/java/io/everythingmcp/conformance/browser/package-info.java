/**
 * Pages of the server in Chromium, driven by Playwright.
 *
 * <ul>
 *   <li>{@link io.everythingmcp.conformance.browser.ChromiumBrowser} is the installed browser,
 *       {@link io.everythingmcp.conformance.browser.BrowserUser} a user with a profile in it,
 *       {@link io.everythingmcp.conformance.browser.ViewportSize} the viewport
 *   <li>{@link io.everythingmcp.conformance.browser.PageRules} contains the rules for every page;
 *       each of the rules has a page that violates it
 *   <li>{@link io.everythingmcp.conformance.browser.AttackerSite} is a site of another origin
 * </ul>
 *
 * <p>Without Chromium the tests are skipped, which is logged in one line. Each test stores
 * screenshots in {@code target/screenshots}.
 */
package io.everythingmcp.conformance.browser;
