/**
 * Runs of the client check for programs that check a client: the server in a process of its own
 * ({@link io.everythingmcp.conformance.clientrun.CheckServer}) and a run at it ({@link
 * io.everythingmcp.conformance.clientrun.ClientCheckRun}).
 *
 * <p>Only HTTP is used, so that no library of the server is on the class path of the client.
 */
package io.everythingmcp.conformance.clientrun;
