/**
 * The tools that need something from the client before they can answer: a form to be filled in, a
 * page to be visited, a text from its model, its folders.
 *
 * <p>Each returns its questions and is called again with the answers. {@link
 * io.everythingmcp.everything.tools.input.ElicitInputsTool} asks once, {@link
 * io.everythingmcp.everything.tools.input.CollectDetailsTool} asks twice and shows how state
 * travels between the rounds, {@link io.everythingmcp.everything.tools.input.SampleLlmTool} talks
 * with a model for several rounds.
 *
 * <p>Every answer may be a refusal or an error, and every tool in here handles both.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation">Elicitation</a>
 */
package io.everythingmcp.everything.tools.input;
