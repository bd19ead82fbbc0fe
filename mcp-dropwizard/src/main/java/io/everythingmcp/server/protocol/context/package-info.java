/**
 * The implementations of what a feature is given with each request: {@link
 * io.everythingmcp.server.protocol.context.RuntimeRequestContext} and its parts (progress,
 * cancellation, storage, elicitation pages). Both eras use them.
 */
package io.everythingmcp.server.protocol.context;
