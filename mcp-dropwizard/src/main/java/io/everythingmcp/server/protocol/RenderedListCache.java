package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.server.protocol.handlers.ListPage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Cache of list pages as bytes, one per catalog and view. Only pages of the current catalog are
 * retained.
 */
public final class RenderedListCache {
  private static final int KEPT = 1_000;

  private volatile Pages current = new Pages(null, Map.of());

  private record Pages(FeatureCatalog catalog, Map<Entry, byte[]> written) {}

  private record Entry(ListPage.Key key, Object view) {}

  /**
   * Returns a page as bytes.
   *
   * @param view key of the revision's view of the page
   * @param adapt converts the page to that view
   */
  public byte[] bytes(ListPage listing, Object view, UnaryOperator<ObjectNode> adapt) {
    if (listing.key() == null) {
      return WireJson.bytes(adapt.apply(listing.body().get()));
    }
    return pages(listing.key().catalog())
        .computeIfAbsent(
            new Entry(listing.key(), view),
            key -> WireJson.bytes(adapt.apply(listing.body().get())));
  }

  private Map<Entry, byte[]> pages(FeatureCatalog catalog) {
    Pages pages = current;
    if (pages.catalog() != catalog || pages.written().size() >= KEPT) {
      pages = new Pages(catalog, new ConcurrentHashMap<>());
      current = pages;
    }
    return pages.written();
  }

  /** Returns the number of cached pages. */
  public int kept() {
    return current.written().size();
  }
}
