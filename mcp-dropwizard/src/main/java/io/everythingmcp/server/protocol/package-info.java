/**
 * What both eras of the protocol share: how a request comes in, how an answer goes out, who decides
 * the era, and the methods that mean the same in all revisions.
 *
 * <p>The path of a request: a transport hands an {@link
 * io.everythingmcp.server.protocol.IncomingMessage} and an {@link
 * io.everythingmcp.server.protocol.ResponseExchange} to the {@link
 * io.everythingmcp.server.protocol.McpEndpoint}. The {@link
 * io.everythingmcp.server.protocol.EraClassifier} says, once, which era it belongs to. That {@link
 * io.everythingmcp.server.protocol.ProtocolEra} finds the method among the {@link
 * io.everythingmcp.server.protocol.handlers}, lets it run with a {@link
 * io.everythingmcp.server.protocol.context.RuntimeRequestContext}, and turns the {@link
 * io.everythingmcp.api.RequestOutcome} into what its revisions want to see.
 *
 * <p>The eras live in {@code protocol.stateful} and {@code protocol.stateless}. They do not see
 * each other, and nothing in this package sees them: either can be deleted.
 *
 * <p>No type here knows servlets. An exchange may be an HTTP response or a line on standard output.
 */
package io.everythingmcp.server.protocol;
