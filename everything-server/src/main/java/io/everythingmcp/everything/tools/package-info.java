/**
 * The tools of the everything server, one class each, with the names and texts of the servers it
 * descends from.
 *
 * <p>Read them in this order: {@link io.everythingmcp.everything.tools.EchoTool} (minimal tool),
 * {@link io.everythingmcp.everything.tools.StructuredContentTool} (a result with a schema), {@link
 * io.everythingmcp.everything.tools.LongRunningOperationTool} (progress and cancellation), {@link
 * io.everythingmcp.everything.tools.input.ElicitInputsTool} (one input request), {@link
 * io.everythingmcp.everything.tools.input.CollectDetailsTool} (two, one after the other), {@link
 * io.everythingmcp.everything.tools.input.SampleLlmTool} (a conversation).
 *
 * <p>Who may use it: the composition at the top, through {@link
 * io.everythingmcp.everything.tools.EverythingTools}. What it may use: {@code
 * io.everythingmcp.api}, its {@code support}, and {@code everything.resources} for the tools that
 * point to a resource. No tool has state: data that must outlive a call is in {@code
 * RequestContext.storage()}.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/server/tools">Tools</a>
 */
package io.everythingmcp.everything.tools;
