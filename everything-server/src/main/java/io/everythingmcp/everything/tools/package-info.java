/**
 * The tools of the everything server, one class each, with the names and texts of the servers it
 * descends from.
 *
 * <p>Read them in this order: {@link io.everythingmcp.everything.tools.EchoTool} (the least a tool
 * can be), {@link io.everythingmcp.everything.tools.StructuredContentTool} (a result with a
 * schema), {@link io.everythingmcp.everything.tools.LongRunningOperationTool} (progress and
 * cancellation), {@link io.everythingmcp.everything.tools.input.ElicitInputsTool} (one question),
 * {@link io.everythingmcp.everything.tools.input.CollectDetailsTool} (two questions, one after the
 * other), {@link io.everythingmcp.everything.tools.input.SampleLlmTool} (a conversation).
 *
 * <p>Who may use it: the composition at the top, through {@link
 * io.everythingmcp.everything.tools.EverythingTools}. What it may use: {@code
 * io.everythingmcp.api}, its {@code kit}, and {@code everything.resources} for the tools that point
 * to a resource. No tool keeps anything itself: what must outlive a call is in its scope.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-11-25/server/tools">Tools</a>
 */
package io.everythingmcp.everything.tools;
