/**
 * The headers of a request, which say again what its body says, so that something on the way can
 * route it, count it or refuse it without reading the body.
 *
 * <p>{@link io.everythingmcp.server.protocol.stateless.header.HeaderRules} is the way in. Three
 * kinds of headers are checked: {@code Mcp-Method} on every request, {@code Mcp-Name} where the
 * method is about something that has a name, and {@code Mcp-Param-*} for the arguments that a
 * tool's schema marks with {@code x-mcp-header}. ({@code MCP-Protocol-Version} decides about the
 * era and has been checked before.)
 *
 * <p>A header that contradicts the body is an attack on whoever trusted it, so the request is
 * refused and nothing is done. A header with an argument that is not annotated is not looked at.
 *
 * <p>Where the rules are written: <a
 * href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 * HTTP</a>, standard request headers, custom headers from tool parameters, value encoding.
 */
package io.everythingmcp.server.protocol.stateless.header;
