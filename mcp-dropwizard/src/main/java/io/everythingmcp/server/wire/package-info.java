/**
 * Values that every layer may see: the protocol revision, JSON-RPC messages and the errors the
 * specification defines.
 *
 * <p>Nothing in here depends on another package of this project, and no rule in here concerns a
 * session, a transport or a feature. A rule that needs more than the message itself does not belong
 * here.
 *
 * <p>Where the rules are written:
 *
 * <ul>
 *   <li>revisions: <a
 *       href="https://modelcontextprotocol.io/specification/versioning">Versioning</a>
 *   <li>messages: <a href="https://modelcontextprotocol.io/specification/2025-11-25/basic">Base
 *       protocol</a> and <a href="https://www.jsonrpc.org/specification">JSON-RPC 2.0</a>
 *   <li>errors: one constructor per error in {@link io.everythingmcp.server.wire.RpcError}, each
 *       with its section
 * </ul>
 */
package io.everythingmcp.server.wire;
