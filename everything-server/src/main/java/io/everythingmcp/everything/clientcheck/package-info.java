/** Gives the client check the servers of its runs. */
package io.everythingmcp.everything.clientcheck;
