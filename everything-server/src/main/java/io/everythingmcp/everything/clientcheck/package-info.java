/** Provides the client check with the servers of its runs. */
package io.everythingmcp.everything.clientcheck;
