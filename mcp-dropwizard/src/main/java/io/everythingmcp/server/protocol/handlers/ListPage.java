package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.FeatureCatalog;
import java.util.BitSet;
import java.util.function.Supplier;

/**
 * One page of a list. It is made only when nobody has made the same one before.
 *
 * @param key what the page depends on; null when it is different for every session or caller
 * @param everybody whether every caller sees the same
 * @param body makes the page
 */
public record ListPage(Key key, boolean everybody, Supplier<ObjectNode> body) {

  /**
   * All that a page depends on.
   *
   * @param catalog the catalog, by identity
   * @param method which list
   * @param visible which of its entries are seen
   * @param from the place of its first entry: clients can write many cursors for the same one
   */
  public record Key(FeatureCatalog catalog, String method, BitSet visible, int from) {}
}
