/**
 * The traffic log, for development: a line for each JSON-RPC message in and out, without
 * credentials, by the logger {@code io.everythingmcp.traffic}.
 *
 * <p>{@link io.everythingmcp.server.observation.traffic.TrafficLog} is where the messages of both
 * eras and all transports arrive, because {@link io.everythingmcp.server.protocol.McpEndpoint}
 * passes it every exchange. A server without a traffic log passes none, and its exchanges are not
 * wrapped.
 *
 * <p>What is refused before its body is read as a message (authentication, Host, size, media type)
 * is not in this log but in that of requests.
 */
package io.everythingmcp.server.observation.traffic;
