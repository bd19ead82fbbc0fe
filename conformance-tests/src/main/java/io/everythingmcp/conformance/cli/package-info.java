/**
 * The command line: {@code server} runs the suite against a server, {@code list} prints the
 * scenarios, {@code official} runs the official suite too.
 *
 * <p>Exit codes: 0 if no MUST was broken, 1 if one was, 2 for a wrong call or a server that cannot
 * be reached. Progress goes to standard error, the result to standard output.
 */
package io.everythingmcp.conformance.cli;
