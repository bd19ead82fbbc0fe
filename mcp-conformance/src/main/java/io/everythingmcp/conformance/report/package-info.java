/**
 * The reports of a run: an HTML page ({@link io.everythingmcp.conformance.report.HtmlReport}, one
 * file that can be sent), a list of checks in the format of the official suite's {@code
 * checks.json} ({@link io.everythingmcp.conformance.report.JsonReport}), and the format of build
 * servers ({@link io.everythingmcp.conformance.report.JunitReport}).
 *
 * <p>Reports are shared with others, so {@link io.everythingmcp.conformance.report.ReportRedaction}
 * removes credentials from all output: the configured ones, and values with the format of one.
 */
package io.everythingmcp.conformance.report;
