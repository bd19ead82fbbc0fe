/**
 * The server that is looked at: where it is and who may come in ({@link
 * io.everythingmcp.conformance.server.TargetServer}), and what it turned out to speak and to have
 * ({@link io.everythingmcp.conformance.server.ServerProfile}, found by {@link
 * io.everythingmcp.conformance.server.ServerDetection}).
 *
 * <p>Nothing here judges. What a server does not have is a fact, from which follows which checks
 * apply to it. Some checks need a tool that behaves in a certain way, say one that takes its time:
 * {@link io.everythingmcp.conformance.server.ToolRole} names these ways and the tools of well-known
 * servers that have them; for any other server somebody has to say which tool it is.
 */
package io.everythingmcp.conformance.server;
