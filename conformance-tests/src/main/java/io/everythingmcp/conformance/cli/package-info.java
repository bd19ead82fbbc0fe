/**
 * The command line: {@code server} runs the suite against a server, {@code list} prints the
 * scenarios, {@code official} runs the official suite too.
 *
 * <p>Exit codes: 0 if no MUST was violated, 1 if one was, 2 for invalid arguments or an unreachable
 * server. Progress goes to standard error, the result to standard output.
 */
package io.everythingmcp.conformance.cli;
