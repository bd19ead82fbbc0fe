/** The client check on the command line: starts the command of the client, and writes reports. */
package io.everythingmcp.conformance.clientcheck;
