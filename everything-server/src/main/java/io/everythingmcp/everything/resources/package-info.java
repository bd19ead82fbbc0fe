/**
 * The resources of the everything server, one class per kind.
 *
 * <ul>
 *   <li>{@link io.everythingmcp.everything.resources.StaticResource}: a hundred of them, listed in
 *       pages, and {@link io.everythingmcp.everything.resources.StaticTemplate} over the same
 *       hundred
 *   <li>{@link io.everythingmcp.everything.resources.ClockTemplate}: a value that is another one at
 *       each reading
 *   <li>{@link io.everythingmcp.everything.resources.BundledDocsTemplate}: pages about this server,
 *       from its own jar
 *   <li>{@link io.everythingmcp.everything.resources.SessionTemplate}: what a tool made, for those
 *       who made it
 * </ul>
 *
 * <p>Who may use it: the composition at the top, and the tools and prompts that refer to a
 * resource. What it may use: {@code io.everythingmcp.api}.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/resources">Resources</a>
 */
package io.everythingmcp.everything.resources;
