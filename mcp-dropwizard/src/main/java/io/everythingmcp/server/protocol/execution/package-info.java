/**
 * Execution of one request in either era: {@link
 * io.everythingmcp.server.protocol.execution.RequestExecution} has the time limit, the worker
 * thread, cancellation, error handling and measurement; an {@link
 * io.everythingmcp.server.protocol.execution.EraRequest} is what differs between the eras: the
 * input of a round trip, the format of the response, and its channel.
 */
package io.everythingmcp.server.protocol.execution;
