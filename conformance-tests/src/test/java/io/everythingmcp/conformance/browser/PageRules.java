package io.everythingmcp.conformance.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.NightlyRun;
import io.everythingmcp.conformance.harness.NodePackages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rules for all pages. Each rule returns the violations that it finds. */
final class PageRules {
  private static final NodePackages PACKAGES =
      new NodePackages("browser", "The rules of accessibility are");

  /** Names, landmarks, headings, contrast and sizes: all rules of axe-core. */
  private static final List<String> EVERYTHING =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** The rules whose results depend on the colour scheme. */
  private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

  private static final String AXE =
      """
      async (rules) => {
        const found = await axe.run(document, { runOnly: rules });
        return JSON.stringify({
          passed: found.passes.length,
          faults: found.violations.map(
            (rule) => rule.id + ': ' + rule.help + ' at ' + rule.nodes.map((n) => n.target).join(', ')),
        });
      }
      """;

  private static final String INLINE =
      """
      () => [...document.querySelectorAll('*')].flatMap((element) => [
        ...(element.tagName === 'SCRIPT' && !element.src ? ['element SCRIPT'] : []),
        ...[...element.attributes]
          .filter((a) => a.name === 'style' || a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value))
          .map((a) => 'attribute ' + a.name + ' of ' + element.tagName),
      ])
      """;

  private static final String TOO_WIDE =
      """
      () => {
        const room = document.documentElement.clientWidth;
        const wide = document.documentElement.scrollWidth;
        const page = wide > room ? ['the page is ' + wide + ' wide, the window ' + room] : [];
        const cut = [...document.querySelectorAll('pre')].filter((e) => e.scrollWidth > e.clientWidth);
        return page.concat(cut.map((e) => 'cut: ' + e.textContent.trim().slice(0, 60)));
      }
      """;

  private PageRules() {}

  /**
   * Returns the violations in the light and the dark colour scheme, on a phone also at the width of
   * WCAG 2.2, 1.4.10 (reflow). In the dark one only the rules that depend on it are applied; a
   * nightly build applies all, and stores a screenshot of each colour scheme.
   */
  static List<String> faults(BrowserUser browserUser, String page, ViewportSize device) {
    String name = page + "-" + device.name().toLowerCase(Locale.ROOT);
    List<String> faults = new ArrayList<>(faults(browserUser));
    takeScreenshot(browserUser, name);
    browserUser.preferDark();
    inaccessible(browserUser, NightlyRun.isOn() ? EVERYTHING : COLOURS)
        .forEach(fault -> faults.add("dark: " + fault));
    takeScreenshot(browserUser, name + "-dark");
    if (device == ViewportSize.PHONE) {
      browserUser.narrow();
      tooWide(browserUser).forEach(fault -> faults.add("narrow: " + fault));
    }
    return faults;
  }

  private static void takeScreenshot(BrowserUser browserUser, String name) {
    if (NightlyRun.isOn()) {
      browserUser.takeScreenshot(name);
    }
  }

  /** Returns the violations of all rules that do not depend on how the page was reached. */
  static List<String> faults(BrowserUser browserUser) {
    List<String> faults = new ArrayList<>();
    browserUser.refused().forEach(line -> faults.add("policy: " + line));
    browserUser.elsewhere().forEach(url -> faults.add("elsewhere: " + url));
    inline(browserUser).forEach(what -> faults.add("inline: " + what));
    tooWide(browserUser).forEach(what -> faults.add("too wide: " + what));
    faults.addAll(inaccessible(browserUser));
    return faults;
  }

  /**
   * Returns inline scripts and style attributes. The policy permits inline style sheets, and
   * scripts in files that it names.
   */
  static List<String> inline(BrowserUser browserUser) {
    return strings(browserUser.page().evaluate(INLINE));
  }

  /** Returns whether the page scrolls horizontally, and the code that is cut at the edge. */
  static List<String> tooWide(BrowserUser browserUser) {
    return strings(browserUser.page().evaluate(TOO_WIDE));
  }

  /** Returns what is not legible, not focusable or not reachable. */
  static List<String> inaccessible(BrowserUser browserUser) {
    return inaccessible(browserUser, EVERYTHING);
  }

  private static List<String> inaccessible(BrowserUser browserUser, List<String> rules) {
    Path axe = PACKAGES.prepare().resolve(Path.of("node_modules", "axe-core", "axe.min.js"));
    try {
      // Injected by the driver and not by the page, so that the policy of the page remains in
      // force.
      browserUser.page().evaluate(Files.readString(axe, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonNode report = JsonTrees.read((String) browserUser.page().evaluate(AXE, rules));
    if (report.path("passed").asInt() == 0) {
      throw new AssertionError("No accessibility rule was applied: " + browserUser);
    }
    List<String> faults = new ArrayList<>();
    report.path("faults").forEach(fault -> faults.add(fault.asText()));
    return faults;
  }

  private static List<String> strings(Object list) {
    List<String> strings = new ArrayList<>();
    JsonTrees.tree(list).forEach(item -> strings.add(item.asText()));
    return strings;
  }
}
