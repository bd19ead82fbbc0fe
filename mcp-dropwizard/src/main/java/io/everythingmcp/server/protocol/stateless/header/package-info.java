/**
 * Request headers that repeat parts of the body, so that an intermediary can route, count or reject
 * requests without reading the body.
 *
 * <p>{@link io.everythingmcp.server.protocol.stateless.header.HeaderRules} is the entry point.
 * Three kinds of headers are checked: {@code Mcp-Method} on every request, {@code Mcp-Name} where
 * the method refers to a named feature, and {@code Mcp-Param-*} for the arguments that a tool's
 * schema marks with {@code x-mcp-header}. ({@code MCP-Protocol-Version} determines the era and is
 * checked before.)
 *
 * <p>A header that contradicts the body could be an attack on an intermediary, so the request is
 * rejected without processing. A header of an argument without annotation is ignored.
 *
 * <p>Specification: <a
 * href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 * HTTP</a>, standard request headers, custom headers from tool parameters, value encoding.
 */
package io.everythingmcp.server.protocol.stateless.header;
