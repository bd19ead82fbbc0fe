/**
 * The server under test: its URL and credentials ({@link
 * io.everythingmcp.conformance.server.TargetServer}), and its revisions and features ({@link
 * io.everythingmcp.conformance.server.ServerProfile}, found by {@link
 * io.everythingmcp.conformance.server.ServerDetection}).
 *
 * <p>This package judges nothing: which checks apply follows from the features of a server. Some
 * checks require a tool with a certain behaviour, for example a slow one: {@link
 * io.everythingmcp.conformance.server.ToolRole} lists these roles with the tools of well-known
 * servers; for any other server the option --tool sets the tool.
 */
package io.everythingmcp.conformance.server;
