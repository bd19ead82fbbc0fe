/**
 * Common part of both eras: incoming messages, response exchanges, classification of the era, and
 * the methods that are the same in all revisions.
 *
 * <p>Request path: a transport passes an {@link io.everythingmcp.server.protocol.IncomingMessage}
 * and a {@link io.everythingmcp.server.protocol.ResponseExchange} to the {@link
 * io.everythingmcp.server.protocol.McpEndpoint}. The {@link
 * io.everythingmcp.server.protocol.EraClassifier} determines the era once, and {@link
 * io.everythingmcp.server.protocol.handlers.McpMethodTable} the method and the tool, once as well:
 * a {@link io.everythingmcp.server.protocol.handlers.ResolvedRequest}. A {@link
 * io.everythingmcp.server.protocol.ProtocolEra} runs the method with a {@link
 * io.everythingmcp.server.protocol.context.RuntimeRequestContext}, and renders the {@link
 * io.everythingmcp.api.RequestOutcome} for its revisions.
 *
 * <p>The eras are in {@code protocol.stateful} and {@code protocol.stateless}. They do not depend
 * on each other, and this package does not depend on them: either can be deleted.
 *
 * <p>No type here depends on servlets. An exchange may be an HTTP response or a line on standard
 * output.
 */
package io.everythingmcp.server.protocol;
