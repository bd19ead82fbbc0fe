/**
 * Clients of other projects use every feature of the server over every transport.
 *
 * <ul>
 *   <li>{@link io.everythingmcp.conformance.clients.JavaSdkClientIT}: the official Java SDK
 * </ul>
 */
package io.everythingmcp.conformance.clients;
