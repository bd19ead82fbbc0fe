/**
 * The server under test: its URL and credentials ({@link
 * io.everythingmcp.conformance.server.TargetServer}), and its revisions and features ({@link
 * io.everythingmcp.conformance.server.ServerProfile}, found by {@link
 * io.everythingmcp.conformance.server.ServerDetection}).
 *
 * <p>Nothing here judges. What a server does not have is a fact, from which follows which checks
 * apply to it. Some checks need a tool that behaves in a certain way, say one that takes its time:
 * {@link io.everythingmcp.conformance.server.ToolRole} names these ways and the tools of well-known
 * servers that have them; for any other server the option --tool names the tool.
 */
package io.everythingmcp.conformance.server;
