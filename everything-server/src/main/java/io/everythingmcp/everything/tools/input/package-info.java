/**
 * The tools that require input from the client: form elicitation, URL elicitation, sampling, roots.
 *
 * <p>Each returns its input requests and is called again with the responses. {@link
 * io.everythingmcp.everything.tools.input.ElicitInputsTool} needs one round trip, {@link
 * io.everythingmcp.everything.tools.input.CollectDetailsTool} needs two and uses {@code
 * requestState} between them, {@link io.everythingmcp.everything.tools.input.SampleLlmTool} has a
 * conversation with a model over several round trips.
 *
 * <p>Every response may be a refusal or an error; each tool handles both.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation">Elicitation</a>
 */
package io.everythingmcp.everything.tools.input;
