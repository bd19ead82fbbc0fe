package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.FeatureCatalog;
import java.util.BitSet;
import java.util.function.Supplier;

/**
 * One page of a list, rendered only if it is not cached.
 *
 * @param key cache key of the page; null if it differs for each session or caller
 * @param sameForAllCallers whether all callers see the same page
 * @param body renders the page
 */
public record ListPage(Key key, boolean sameForAllCallers, Supplier<ObjectNode> body) {

  /**
   * Cache key of a page.
   *
   * @param catalog the catalog, by identity
   * @param method the list method
   * @param visible visible entries
   * @param from index of the first entry: several cursors can refer to the same one
   */
  public record Key(FeatureCatalog catalog, String method, BitSet visible, int from) {}
}
