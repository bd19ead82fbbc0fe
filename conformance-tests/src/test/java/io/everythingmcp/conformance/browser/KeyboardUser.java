package io.everythingmcp.conformance.browser;

import io.everythingmcp.conformance.harness.JsonTrees;
import java.util.ArrayList;
import java.util.List;

/** User without a pointing device. */
final class KeyboardUser {
  /** Marks the focusable elements in document order; one of each set of radio buttons. */
  private static final String MARK =
      """
      () => {
        const sets = new Set();
        return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
          .filter((e) => e.type !== 'hidden' && e.checkVisibility())
          .filter((e) => e.type !== 'radio' || !sets.has(e.name) && sets.add(e.name))
          .map((e) => e.type === 'radio'
            ? 'radio ' + e.name
            : e.tagName + ' ' + (e.innerText || e.name || e.value).trim());
      }
      """;

  private static final String HERE =
      """
      () => {
        const e = document.activeElement;
        const seen = [e, e.closest('label')].filter((marked) => marked).some((marked) => {
          const style = getComputedStyle(marked);
          const ring = style.outlineStyle;
          return ring === 'auto' || ring !== 'none' && parseFloat(style.outlineWidth) >= 2;
        });
        const what = e.type === 'radio'
          ? 'radio ' + e.name
          : e.tagName + ' ' + (e.innerText || e.name || e.value || '').trim();
        return e === document.body ? '' : (seen ? '' : 'unseen ') + what;
      }
      """;

  private KeyboardUser() {}

  /**
   * Returns the elements that the Tab key does not reach, in document order, or that have no
   * visible focus indicator.
   */
  static List<String> unreachable(BrowserUser browserUser) {
    List<String> wanted = new ArrayList<>();
    JsonTrees.tree(browserUser.page().evaluate(MARK)).forEach(item -> wanted.add(item.asText()));
    List<String> reached = new ArrayList<>();
    // A page may set the initial focus to an invalid field: one pass over all elements.
    for (int ends = 0; ends < 2 && reached.size() < 1000; ) {
      String here = tab(browserUser);
      ends += here.isEmpty() ? 1 : 0;
      reached.add(here);
    }
    if (wanted.isEmpty()) {
      throw new AssertionError("There is no focusable element: " + browserUser);
    }
    wanted.removeAll(reached);
    return wanted;
  }

  /** Presses Tab; returns the focused element. */
  static String tab(BrowserUser browserUser) {
    browserUser.page().keyboard().press("Tab");
    return (String) browserUser.page().evaluate(HERE);
  }

  /** Presses Tab until the focused element begins with this text, and then Enter. */
  static void press(BrowserUser browserUser, String what) {
    for (int i = 0; i < 100; i++) {
      if (tab(browserUser).startsWith(what)) {
        browserUser.page().keyboard().press("Enter");
        browserUser.page().waitForLoadState();
        return;
      }
    }
    throw new AssertionError("Tab does not reach " + what + " on " + browserUser);
  }
}
