/**
 * The reports of a run: an HTML page ({@link io.everythingmcp.conformance.report.HtmlReport}, one
 * file that can be sent), a list of checks in the shape of the official suite's {@code checks.json}
 * ({@link io.everythingmcp.conformance.report.JsonReport}), and what build servers read ({@link
 * io.everythingmcp.conformance.report.JunitReport}).
 *
 * <p>Reports are shown to others, so nothing leaves this package without having gone through {@link
 * io.everythingmcp.conformance.report.ReportRedaction}: credentials that were given, and whatever
 * looks like some.
 */
package io.everythingmcp.conformance.report;
