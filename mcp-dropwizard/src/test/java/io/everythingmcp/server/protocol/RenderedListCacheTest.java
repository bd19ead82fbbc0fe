package io.everythingmcp.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.server.protocol.handlers.ListPage;
import io.everythingmcp.server.wire.WireJson;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Pages are rendered once, and removed with their catalog. */
class RenderedListCacheTest {
  private final RenderedListCache lists = new RenderedListCache();
  private final AtomicInteger written = new AtomicInteger();

  private void read(FeatureCatalog catalog, int from) {
    ListPage.Key key = new ListPage.Key(catalog, "tools/list", new BitSet(), from);
    ListPage listing =
        new ListPage(key, true, () -> WireJson.object().put("page", written.incrementAndGet()));
    lists.bytes(listing, "view", UnaryOperator.identity());
  }

  private static FeatureCatalog catalog() {
    return new FeatureCatalog(List.of(), List.of(), List.of(), List.of());
  }

  @Test
  void pageIsRenderedOnce() {
    FeatureCatalog catalog = catalog();
    read(catalog, 0);
    read(catalog, 10);
    read(catalog, 0);
    assertThat(written).hasValue(2);
  }

  @Test
  void pagesOfARemovedCatalogAreRemoved() {
    for (int change = 0; change < 100; change++) {
      FeatureCatalog catalog = catalog();
      read(catalog, 0);
      read(catalog, 10);
    }
    assertThat(lists.kept()).isEqualTo(2);
  }

  @Test
  void cacheIsLimited() {
    FeatureCatalog catalog = catalog();
    for (int from = 0; from < 5_000; from++) {
      read(catalog, from);
    }
    assertThat(lists.kept()).isLessThanOrEqualTo(1_000);
  }
}
