/**
 * Standard input and output: one client, which started this process; a message per line.
 *
 * <p>Nothing but messages may appear on standard output, so {@code System.out} means standard error
 * while this runs, and logs go there. No port is opened.
 *
 * <p>For the session-based revisions it is a channel that carries everything, like HTTP+SSE: a
 * session begins with the process and ends with it. Requests that carry their own protocol version
 * are served as what they are, at any time.
 *
 * <p>When input ends, what is running may finish for a moment; then the process ends.
 *
 * <p>Where the rules are written: <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#stdio">stdio</a>.
 */
package io.everythingmcp.server.transport.stdio;
