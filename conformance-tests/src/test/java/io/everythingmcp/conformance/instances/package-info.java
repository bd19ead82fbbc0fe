/**
 * Several instances of the server on one Redis: what one of them began, another one goes on with.
 *
 * <p>Each instance is a process of its own, and dies by SIGKILL, so that nothing in it can say
 * good-bye.
 */
package io.everythingmcp.conformance.instances;
