/**
 * The features that a server has now, with everything that is derived from their definitions.
 *
 * <p>{@link io.everythingmcp.server.catalog.CurrentCatalog} is the current catalog: the initial
 * features, and the prepared ones that were enabled at run time, on any instance. It has a {@link
 * io.everythingmcp.server.catalog.ToolEntry} for each tool: definition, schemas, scopes, task
 * support, thread choice and the arguments that headers mirror. An entry is created once and is
 * kept while other tools are enabled or disabled.
 *
 * <p>A request gets its entry once, before its scopes are checked ({@link
 * io.everythingmcp.server.protocol.handlers.ResolvedRequest}). A change of the catalog affects the
 * requests that arrive after it.
 *
 * <p>Schemas are compiled when the first value is validated and no earlier, because each tenant has
 * a catalog, and few of its tools may ever be called.
 */
package io.everythingmcp.server.catalog;
