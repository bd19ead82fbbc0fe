/**
 * Changes of the catalog and of resources, published over one bus for all instances.
 *
 * <p>Features publish through {@link io.everythingmcp.api.ChangeNotifier}. Both eras subscribe: the
 * stateful one writes to the streams of sessions, the stateless one to the subscription streams of
 * this instance. The bus does not depend on either.
 *
 * <p>A change contains only what happened; a subscriber that missed one catches up with the next.
 */
package io.everythingmcp.server.change;
