/** Checks clients: starts a server with the client check, a run, and the client. */
package io.everythingmcp.conformance.client;
