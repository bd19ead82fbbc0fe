/**
 * What changed, and who wants to know: one bus for changes of the catalog and of resources, over
 * all instances.
 *
 * <p>Features tell the bus through {@link io.everythingmcp.api.ChangeNotifier}. Both eras listen,
 * each with its own view: the stateful one writes to the streams of sessions, the stateless one to
 * the listeners that are connected to this instance. The bus knows neither.
 *
 * <p>A change carries what happened and nothing else; a listener that missed one is told with the
 * next.
 *
 * <p>{@link io.everythingmcp.server.change.CurrentCatalog} is the catalog as it is now: the
 * features a server starts with, and the prepared ones that are switched on at run time.
 */
package io.everythingmcp.server.change;
