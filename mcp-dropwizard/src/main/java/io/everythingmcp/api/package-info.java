/**
 * Public API for tools, prompts, resources and resource templates.
 *
 * <p>Each feature is one class. It depends on the schema types of the MCP SDK and on {@link
 * io.everythingmcp.api.RequestContext}, not on HTTP, sessions or protocol revisions. The same class
 * serves all five revisions.
 *
 * <p>A feature that requires input from the client does not block. It <em>returns</em> its input
 * requests ({@link io.everythingmcp.api.RequestOutcome.InputRequired}) and is called again with the
 * input responses, possibly minutes later and on another instance. Work with side effects must
 * therefore come after the last input request of a call, and data that the next call needs belongs
 * in {@code requestState}.
 *
 * <p>Dependencies: all packages may use this one; it uses the schema types of the SDK and the JDK
 * (checked by an ArchUnit test).
 *
 * <p>To write a server, copy {@code everything.tools.EchoTool} and add your class to a {@link
 * io.everythingmcp.api.FeatureCatalog}.
 */
@NullMarked
package io.everythingmcp.api;

import org.jspecify.annotations.NullMarked;
