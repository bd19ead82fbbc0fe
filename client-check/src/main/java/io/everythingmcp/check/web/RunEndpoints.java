package io.everythingmcp.check.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.ExportedRun;
import io.everythingmcp.check.journal.InvalidExportException;
import io.everythingmcp.check.journal.JournalFile;
import io.everythingmcp.check.run.CheckRun;
import io.everythingmcp.check.run.CheckRunRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Endpoints of a run. */
public final class RunEndpoints {
  private static final List<String> FAULTS =
      List.of("end-session", "expire-token", "drop-stream", "slow", "rate-limit", "restart");
  private static final Set<String> READ = Set.of("GET", "HEAD");

  private final CheckRunRegistry runs;
  private final RunJudge judge;
  private final CheckPages pages;
  private final RunEvents events;

  public RunEndpoints(CheckRunRegistry runs, RunJudge judge, CheckPages pages) {
    this.runs = runs;
    this.judge = judge;
    this.pages = pages;
    this.events = new RunEvents(judge);
  }

  /** Returns the faults that a user may request. */
  static List<String> faults() {
    return FAULTS;
  }

  CheckPages pages() {
    return pages;
  }

  /** Handles a request. */
  void handle(WebCall call, CheckRun run, String part) {
    switch (part) {
      case "provoke" -> post(call, () -> call.body(text -> provoke(call, run, text)));
      case "skip" -> post(call, () -> skip(call, run));
      case "finish" -> post(call, () -> finish(call, run));
      case "delete" -> post(call, () -> delete(call, run, true));
      case "" -> root(call, run);
      default -> read(call, run, part);
    }
  }

  private static void post(WebCall call, Runnable handler) {
    if (call.method().equals("POST")) {
      handler.run();
    } else {
      call.allow("POST");
    }
  }

  private void root(WebCall call, CheckRun run) {
    if (call.method().equals("DELETE")) {
      delete(call, run, false);
    } else if (READ.contains(call.method())) {
      call.page(200, pages.run(run, judge.judge(run), false));
    } else {
      call.allow("GET, HEAD, DELETE");
    }
  }

  private void read(WebCall call, CheckRun run, String part) {
    if (!READ.contains(call.method())) {
      call.allow("GET, HEAD");
      return;
    }
    switch (part) {
      case "report.json", "report" -> report(call, run);
      case "report.html" -> pages.share(call, run, judge.judge(run));
      case "report.junit.xml" ->
          call.write(
              200,
              "application/xml",
              RunJunitReport.of(run, judge.judge(run)).getBytes(StandardCharsets.UTF_8));
      case "checks.json" -> call.json(200, judge.judge(run).official());
      case "export" -> export(call, run);
      case "events" -> events.stream(call, run);
      default -> call.problem(404, "not_found", "A run has no " + part);
    }
  }

  private void report(WebCall call, CheckRun run) {
    RunVerdict verdict = judge.judge(run);
    call.stream("application/json", verdict::write);
  }

  private static void export(WebCall call, CheckRun run) {
    ExportedRun exported = run.export();
    call.header(
        "Content-Disposition",
        "attachment; filename=\"client-check-" + run.preset().name() + ".jsonl\"");
    call.stream("application/x-ndjson", out -> JournalFile.write(exported, out));
  }

  /**
   * Adds an exported run and evaluates it.
   *
   * @throws InvalidExportException if it contains what no server sends, or more than a run may have
   */
  CheckRun replay(ExportedRun exported) throws InvalidExportException {
    try {
      return runs.restore(exported, judge::judge);
    } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
      throw new InvalidExportException("The export cannot be evaluated: " + e.getMessage());
    }
  }

  private void provoke(WebCall call, CheckRun run, String text) {
    JsonNode body = call.form() ? CheckInterface.form(text) : WebCall.read(text);
    String fault = body.path("fault").asText("");
    if (!run.provoke(fault)) {
      ObjectNode wrong =
          JsonNodeFactory.instance
              .objectNode()
              .put("error", "invalid_fault")
              .put("message", "fault must be one of " + String.join(", ", FAULTS));
      FAULTS.forEach(wrong.putArray("faults")::add);
      call.json(400, wrong);
    } else if (call.form()) {
      call.seeOther(run.addresses().page());
    } else {
      call.empty(204);
    }
  }

  private void finish(WebCall call, CheckRun run) {
    run.finish();
    if (call.wantsPage()) {
      call.seeOther(run.addresses().page());
    } else {
      report(call, run);
    }
  }

  private static void skip(WebCall call, CheckRun run) {
    run.skip();
    if (call.form() || call.wantsPage()) {
      call.seeOther(run.addresses().page());
    } else {
      call.empty(204);
    }
  }

  private void delete(WebCall call, CheckRun run, boolean form) {
    runs.delete(run.id());
    if (form) {
      call.seeOther(run.addresses().base().replaceFirst("/runs/[^/]+$", ""));
    } else {
      call.empty(204);
    }
  }
}
