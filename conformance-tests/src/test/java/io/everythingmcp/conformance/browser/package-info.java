/**
 * People with a browser: the pages of the server in a real Chromium, driven by Playwright.
 *
 * <ul>
 *   <li>{@link io.everythingmcp.conformance.browser.Chromium} is the browser of this machine,
 *       {@link io.everythingmcp.conformance.browser.Visitor} a person with a profile of their own
 *       in it, {@link io.everythingmcp.conformance.browser.Device} what they hold in their hands
 *   <li>{@link io.everythingmcp.conformance.browser.PageRules} is what every page keeps to; each of
 *       the rules has a page that breaks it
 *   <li>{@link io.everythingmcp.conformance.browser.Decoy} is somebody else's site
 * </ul>
 *
 * <p>Where there is no Chromium the tests are skipped, and say so in one line. Each test leaves
 * pictures in {@code target/screenshots}: look at them when you change a page.
 */
package io.everythingmcp.conformance.browser;
