package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.protocol.handlers.Listing;
import io.everythingmcp.server.wire.Json;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Pages of lists as bytes, each written once per catalog and view. */
public final class RenderedLists {
  private static final int KEPT = 2_000;

  private final Map<Entry, byte[]> pages = new ConcurrentHashMap<>();

  /**
   * A page as bytes.
   *
   * @param view names what the revision makes of the page
   * @param adapt turns the page into that view
   */
  public byte[] bytes(Listing listing, Object view, UnaryOperator<ObjectNode> adapt) {
    if (listing.key() == null) {
      return Json.bytes(adapt.apply(listing.body().get()));
    }
    if (pages.size() > KEPT) {
      pages.clear();
    }
    return pages.computeIfAbsent(
        new Entry(listing.key(), view), key -> Json.bytes(adapt.apply(listing.body().get())));
  }

  private record Entry(Listing.Key key, Object view) {}
}
