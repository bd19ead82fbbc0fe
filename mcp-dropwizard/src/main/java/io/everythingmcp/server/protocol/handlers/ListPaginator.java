package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.wire.WireJson;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Cuts a list into pages.
 *
 * @param method which list, for cursors
 * @param field the field of the result that holds the entries
 * @param pageSize how many entries a page holds
 * @param name what identifies an entry
 * @param render an entry as clients see it
 */
record ListPaginator<T>(
    String method,
    String field,
    int pageSize,
    Function<T, String> name,
    Function<T, JsonNode> render) {

  /**
   * Returns a page of the visible entries.
   *
   * @param visibility visibility of an entry
   * @param extra entries of this session or caller only, at the end of the list
   */
  RequestOutcome page(
      FeatureCatalog catalog,
      List<T> all,
      Function<T, FeatureVisibility> visibility,
      FeatureVisibility.Viewer viewer,
      List<T> extra,
      JsonNode params) {
    JsonNode given = params.get("cursor");
    if (given != null && !given.isTextual()) {
      return RequestOutcome.failed(ErrorKind.INVALID_PARAMS, "\"cursor\" must be a string");
    }
    Optional<PageCursor> cursor =
        given == null ? Optional.empty() : PageCursor.decode(method, given.textValue());
    if (given != null && cursor.isEmpty()) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS,
          "Invalid cursor: it must be the nextCursor of an earlier " + method + " result");
    }
    BitSet seen = new BitSet(all.size());
    for (int i = 0; i < all.size(); i++) {
      seen.set(i, visibility.apply(all.get(i)).isVisibleTo(viewer));
    }
    int from = cursor.map(c -> after(entries(all, seen, extra), c)).orElse(0);
    ListPage.Key key = extra.isEmpty() ? new ListPage.Key(catalog, method, seen, from) : null;
    boolean sameForAllCallers =
        extra.isEmpty()
            && all.stream().map(visibility).allMatch(FeatureVisibility::isSameForAllCallers);
    return new RequestOutcome.Complete(
        new ListPage(key, sameForAllCallers, () -> body(entries(all, seen, extra), from)));
  }

  private static <T> List<T> entries(List<T> all, BitSet seen, List<T> extra) {
    List<T> entries = new ArrayList<>(seen.cardinality() + extra.size());
    seen.stream().mapToObj(all::get).forEach(entries::add);
    entries.addAll(extra);
    return entries;
  }

  private ObjectNode body(List<T> entries, int from) {
    int to = Math.min(from + pageSize, entries.size());
    ObjectNode body = WireJson.object();
    ArrayNode page = body.putArray(field);
    entries.subList(from, to).forEach(entry -> page.add(render.apply(entry)));
    if (to < entries.size()) {
      body.put(
          "nextCursor", new PageCursor(to - 1, name.apply(entries.get(to - 1))).encode(method));
    }
    return body;
  }

  private int after(List<T> entries, PageCursor cursor) {
    for (int i = 0; i < entries.size(); i++) {
      if (name.apply(entries.get(i)).equals(cursor.name())) {
        return i + 1;
      }
    }
    return Math.min(cursor.index(), entries.size());
  }
}
