package io.everythingmcp.conformance.report;

import io.everythingmcp.conformance.harness.CapturedExchange;
import io.everythingmcp.conformance.scenario.CheckResult;
import io.everythingmcp.conformance.scenario.CheckStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The HTML report: one self-contained file. */
public final class HtmlReport {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final int SHOWN = 12;
  private static final int SLOW_MILLIS = 1_000;

  private final SuiteResult run;
  private final HtmlWriter html = new HtmlWriter();

  private HtmlReport(SuiteResult run) {
    this.run = run;
  }

  /** The report. */
  public static String of(SuiteResult run) {
    HtmlReport report = new HtmlReport(run);
    report.head();
    report.summary();
    report.bad("Failed checks", CheckStatus.FAILURE);
    report.bad("Recommendations that are not followed", CheckStatus.WARNING);
    report.passed();
    report.skipped();
    report.foot();
    return report.html.toString();
  }

  private void head() {
    html.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.element("title", "", "Conformance of " + run.name());
    html.raw("<style>").raw(style()).raw("</style></head><body><header>");
    html.element("p", "kind", "MCP conformance report");
    html.element("h1", "", run.name());
    html.element("p", "where", run.redaction().clean(run.server()));
    String verdict = run.conforms() ? "good" : "bad";
    html.raw("<p class=\"verdict " + verdict + "\">")
        .raw(HtmlWriter.escaped(verdict()))
        .raw("</p>");
    html.raw("</header><main>");
  }

  private String verdict() {
    long failed = run.count(CheckStatus.FAILURE);
    long applied = failed + run.count(CheckStatus.SUCCESS) + run.count(CheckStatus.WARNING);
    if (applied == 0) {
      return "Nothing could be checked";
    }
    return failed == 0
        ? "Keeps every MUST that was checked"
        : "Breaks " + failed + " of the rules that were checked";
  }

  private void summary() {
    html.raw("<section class=\"summary\">");
    count("failure", "failed (MUST)", CheckStatus.FAILURE);
    count("warning", "not followed (SHOULD)", CheckStatus.WARNING);
    count("success", "passed", CheckStatus.SUCCESS);
    count("skipped", "not applicable", CheckStatus.SKIPPED);
    html.raw("</section><p class=\"facts\">");
    String revisions = run.revisions().isEmpty() ? "none" : String.join(", ", run.revisions());
    html.raw(HtmlWriter.escaped("Supported revisions: " + revisions)).raw("<br>");
    String took = "%.1f s".formatted(run.took().toMillis() / 1000.0);
    html.raw(HtmlWriter.escaped(TIME.format(run.at()) + ", took " + took)).raw("</p>");
  }

  private void count(String cssClass, String label, CheckStatus status) {
    html.raw("<div class=\"count " + cssClass + "\">");
    html.element("b", "", Long.toString(run.count(status)))
        .element("span", "", label)
        .raw("</div>");
  }

  private void bad(String title, CheckStatus status) {
    List<CheckResult> outcomes = run.with(status);
    if (outcomes.isEmpty()) {
      return;
    }
    html.raw("<section>").element("h2", "", title);
    outcomes.forEach(this::finding);
    html.raw("</section>");
  }

  private void finding(CheckResult outcome) {
    ReportRedaction redaction = run.redaction();
    String cssClass = outcome.status() == CheckStatus.FAILURE ? "failure" : "warning";
    html.raw("<article class=\"" + cssClass + "\">");
    html.element("h3", "", outcome.about().title()).raw("<p class=\"id\">");
    html.element("code", "", outcome.about().id());
    html.element("span", "tag", outcome.about().level().name());
    if (outcome.revision() != null) {
      html.element("span", "tag", outcome.revision().text());
    }
    html.link(outcome.rule(), "where the rule is written").raw("</p><dl>");
    html.element("dt", "", "Took").element("dd", "", outcome.took().toMillis() + " ms");
    html.element("dt", "", "Expected").element("dd", "", redaction.clean(outcome.expected()));
    html.element("dt", "", "Actual").element("dd", "actual", redaction.clean(outcome.actual()));
    html.raw("</dl>");
    evidence(outcome.evidence());
    html.raw("</article>");
  }

  private void evidence(List<CapturedExchange> exchanges) {
    if (exchanges.isEmpty()) {
      return;
    }
    html.raw("<details><summary>Requests and responses (")
        .raw(exchanges.size() == 1 ? "1 exchange" : exchanges.size() + " exchanges")
        .raw(")</summary>");
    int from = Math.max(0, exchanges.size() - SHOWN);
    if (from > 0) {
      html.element("p", "", "The last " + SHOWN + " of " + exchanges.size() + ":");
    }
    for (CapturedExchange exchange : exchanges.subList(from, exchanges.size())) {
      html.raw("<div class=\"exchange\">");
      html.element("pre", "sent", run.redaction().clean(ExchangeFormatter.request(exchange)));
      html.element("pre", "back", run.redaction().clean(ExchangeFormatter.response(exchange)));
      html.raw("</div>");
    }
    html.raw("</details>");
  }

  private void passed() {
    Map<String, List<CheckResult>> areas = new LinkedHashMap<>();
    run.with(CheckStatus.SUCCESS)
        .forEach(o -> areas.computeIfAbsent(o.about().area(), a -> new ArrayList<>()).add(o));
    html.raw("<section>").element("h2", "", "Kept");
    areas.forEach(
        (area, outcomes) -> {
          html.raw("<details><summary>").element("b", "", area);
          html.element("span", "tag", Integer.toString(outcomes.size())).raw("</summary><ul>");
          outcomes.forEach(this::line);
          html.raw("</ul></details>");
        });
    html.raw("</section>");
  }

  private void line(CheckResult outcome) {
    html.raw("<li>").link(outcome.rule(), outcome.about().title()).raw(" ");
    html.element("code", "", outcome.about().id());
    if (outcome.revision() != null) {
      html.element("span", "tag", outcome.revision().text());
    }
    if (outcome.took().toMillis() >= SLOW_MILLIS) {
      html.element("span", "tag", "%.1f s".formatted(outcome.took().toMillis() / 1000.0));
    }
    html.raw("</li>");
  }

  private void skipped() {
    Map<String, List<CheckResult>> reasons = new LinkedHashMap<>();
    run.with(CheckStatus.SKIPPED)
        .forEach(o -> reasons.computeIfAbsent(o.actual(), r -> new ArrayList<>()).add(o));
    if (reasons.isEmpty()) {
      return;
    }
    html.raw("<section>").element("h2", "", "Not applicable, and why");
    reasons.forEach(
        (reason, outcomes) -> {
          html.raw("<details><summary>").element("span", "", run.redaction().clean(reason));
          html.element("span", "tag", Integer.toString(outcomes.size())).raw("</summary><ul>");
          outcomes.forEach(this::line);
          html.raw("</ul></details>");
        });
    html.raw("</section>");
  }

  private void foot() {
    html.raw("</main><footer><p>");
    html.raw(
        "A MUST that is violated fails, a SHOULD that is not followed warns. Credentials are taken"
            + " out of what is shown.");
    html.raw("</p></footer></body></html>\n");
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
