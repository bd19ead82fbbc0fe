package io.everythingmcp.conformance.browser;

import io.everythingmcp.conformance.harness.JsonTrees;
import java.util.ArrayList;
import java.util.List;

/** Somebody who has no mouse. */
final class Keyboard {
  /** What can be pressed, numbered in the order of the page; one of each set of radio buttons. */
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

  private Keyboard() {}

  /** What the Tab key does not lead to, in the order of the page, or leads to without a mark. */
  static List<String> unreachable(Visitor visitor) {
    List<String> wanted = new ArrayList<>();
    JsonTrees.tree(visitor.page().evaluate(MARK)).forEach(item -> wanted.add(item.asText()));
    List<String> reached = new ArrayList<>();
    // A page may begin in its middle, where there is something to correct: once around it all.
    for (int ends = 0; ends < 2 && reached.size() < 100; ) {
      String here = tab(visitor);
      ends += here.isEmpty() ? 1 : 0;
      reached.add(here);
    }
    if (wanted.isEmpty()) {
      throw new AssertionError("There is nothing to press: " + visitor);
    }
    wanted.removeAll(reached);
    return wanted;
  }

  /** Presses Tab; gives what one is at then. */
  static String tab(Visitor visitor) {
    visitor.page().keyboard().press("Tab");
    return (String) visitor.page().evaluate(HERE);
  }

  /** Presses Tab until one is at something that begins like this, and then Enter. */
  static void press(Visitor visitor, String what) {
    for (int i = 0; i < 100; i++) {
      if (tab(visitor).startsWith(what)) {
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForLoadState();
        return;
      }
    }
    throw new AssertionError("Tab does not lead to " + what + " on " + visitor);
  }
}
