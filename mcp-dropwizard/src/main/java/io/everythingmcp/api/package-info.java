/**
 * What a server offers, and the little it may know while offering it.
 *
 * <p>A tool, a prompt, a resource or a resource template is one class. It knows the schema types of
 * the MCP SDK and what {@link io.everythingmcp.api.RequestContext} hands it, and nothing of HTTP,
 * sessions or protocol revisions. The same class serves all five revisions.
 *
 * <p>A feature that needs something from the client does not wait for it. It <em>returns</em> its
 * questions ({@link io.everythingmcp.api.RequestOutcome.InputRequired}) and is called again with
 * the answers, maybe minutes later and maybe by another process. So nothing with an effect may come
 * before the last question of a call, and what must be remembered between two rounds goes into the
 * state of the questions.
 *
 * <p>Who may use it: everything. What it may use: the SDK's schema types and the JDK. An ArchUnit
 * test holds it to that.
 *
 * <p>To write your own server, start here: copy {@code everything.tools.EchoTool}, then list your
 * class in a {@link io.everythingmcp.api.FeatureCatalog}.
 */
package io.everythingmcp.api;
