/** The client check on the command line: starts a server, a run and the command of the client. */
package io.everythingmcp.conformance.clientcheck;
