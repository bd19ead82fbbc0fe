/**
 * The prompts of the everything server, one class each, with the names and texts of the servers it
 * descends from.
 *
 * <ul>
 *   <li>{@link io.everythingmcp.everything.prompts.SimplePrompt}: a text
 *   <li>{@link io.everythingmcp.everything.prompts.ComplexPrompt}: arguments, both roles, an image
 *   <li>{@link io.everythingmcp.everything.prompts.ResourcePrompt}: a resource within a message
 *   <li>{@link io.everythingmcp.everything.prompts.CompletablePrompt}: an argument whose completion
 *       depends on another one
 * </ul>
 *
 * <p>Who may use it: the composition at the top, through {@link
 * io.everythingmcp.everything.prompts.EverythingPrompts}. What it may use: {@code
 * io.everythingmcp.api}, its {@code io.everythingmcp.api.support}, and {@code everything.resources}
 * for the resource within a message.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/prompts">Prompts</a>
 */
package io.everythingmcp.everything.prompts;
