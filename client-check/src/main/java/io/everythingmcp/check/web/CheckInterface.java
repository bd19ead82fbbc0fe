package io.everythingmcp.check.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.CheckRunOptions;
import io.everythingmcp.check.journal.InvalidExportException;
import io.everythingmcp.check.journal.JournalFileReader;
import io.everythingmcp.check.run.CheckRun;
import io.everythingmcp.check.run.CheckRunRegistry;
import io.everythingmcp.check.run.RunPreset;
import io.everythingmcp.check.run.RunPresets;
import io.everythingmcp.check.run.RunStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Everything under {@code /check} but what belongs to the client of a run. */
public final class CheckInterface {
  private static final Pattern RUN = Pattern.compile("/check/runs/([^/]+)(?:/([^/]+))?");

  private final CheckRunRegistry runs;
  private final RunPresets presets;
  private final CheckAccess access;
  private final RunEndpoints endpoints;
  private final CheckPages pages;
  private final NewRunLimit limit = new NewRunLimit();

  public CheckInterface(
      CheckRunRegistry runs, RunPresets presets, CheckAccess access, RunEndpoints endpoints) {
    this.runs = runs;
    this.presets = presets;
    this.access = access;
    this.endpoints = endpoints;
    this.pages = endpoints.pages();
  }

  /** Handles a request. */
  public void handle(Request request, Response response, Callback callback) {
    WebCall call = new WebCall(request, response, callback);
    try {
      handle(call);
    } catch (RunStore.UnavailableException e) {
      call.unavailable();
    }
  }

  private void handle(WebCall call) {
    String path = call.path();
    String end =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    switch (end) {
      case "/check" -> get(call, () -> call.page(200, pages.start(presets)));
      case "/check/style.css" -> get(call, () -> pages.style(call));
      case "/check/guide.css" -> get(call, () -> pages.guideStyle(call));
      case "/check/page.js" -> get(call, () -> pages.script(call));
      case "/check/presets" -> get(call, () -> call.json(200, presets()));
      case "/check/runs" -> create(call);
      case "/check/replays" -> replay(call);
      default -> run(call, RUN.matcher(path));
    }
  }

  /** Returns what explains authorization requests on consent pages. */
  public GuidedConsent guidedConsent() {
    return new GuidedConsent(pages);
  }

  /** Returns 404 for an unknown run. */
  public void unknown(Request request, Response response, Callback callback) {
    missing(new WebCall(request, response, callback));
  }

  /** Returns 503: the store of the runs is not available. */
  public void unavailable(Request request, Response response, Callback callback) {
    new WebCall(request, response, callback).unavailable();
  }

  private void missing(WebCall call) {
    if (call.wantsPage()) {
      call.page(404, pages.missing());
    } else {
      call.problem(404, "not_found", "Unknown run: it was never started, or it was removed");
    }
  }

  private static void get(WebCall call, Runnable handler) {
    if (call.method().equals("GET") || call.method().equals("HEAD")) {
      handler.run();
    } else {
      call.allow("GET, HEAD");
    }
  }

  private ArrayNode presets() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (RunPreset preset : presets.all()) {
      ObjectNode one = all.addObject().put("name", preset.name()).put("title", preset.title());
      ArrayNode steps = one.putArray("steps");
      preset.steps().forEach(step -> steps.add(step.text()));
    }
    return all;
  }

  private void create(WebCall call) {
    if (!call.method().equals("POST")) {
      call.allow("POST");
    } else if (access.admit(call)) {
      call.body(text -> create(call, text));
    }
  }

  private void create(WebCall call, String text) {
    JsonNode body = call.form() ? form(text) : WebCall.read(text);
    Optional<RunPreset> preset =
        Optional.ofNullable(body.path("preset").textValue()).flatMap(presets::find);
    if (preset.isEmpty()) {
      ObjectNode wrong = JsonNodeFactory.instance.objectNode().put("error", "invalid_preset");
      wrong.put(
          "message",
          "preset must be one of " + String.join(", ", presets.names()) + ", in a JSON object");
      presets.names().forEach(wrong.putArray("presets")::add);
      call.json(400, wrong);
      return;
    }
    CheckRunOptions options;
    try {
      options = NewRun.options(body);
    } catch (IllegalArgumentException e) {
      call.problem(400, "invalid_option", e.getMessage());
      return;
    }
    if (!admitted(call)) {
      return;
    }
    CheckRun run = runs.create(preset.get(), options);
    if (call.form()) {
      call.seeOther(run.addresses().page());
    } else {
      created(call, run);
    }
  }

  /** Returns whether one more run may begin; otherwise the error was sent. */
  private boolean admitted(WebCall call) {
    if (limit.admit(call.request())) {
      return true;
    }
    call.header("Retry-After", "60");
    call.problem(429, "too_many_runs", "One address may begin 20 runs a minute");
    return false;
  }

  private static void created(WebCall call, CheckRun run) {
    call.header("Location", run.addresses().page());
    call.json(
        201,
        JsonNodeFactory.instance
            .objectNode()
            .put("id", run.id())
            .put("preset", run.preset().name())
            .put("mcpUrl", run.addresses().mcp())
            .put("pageUrl", run.addresses().page())
            .put("reportUrl", run.addresses().report()));
  }

  private void replay(WebCall call) {
    if (!call.method().equals("POST")) {
      call.allow("POST");
    } else if (access.admit(call) && admitted(call)) {
      try (InputStream file = Content.Source.asInputStream(call.request())) {
        replay(call, file);
      } catch (IOException e) {
        call.callback().failed(e);
      }
    }
  }

  private void replay(WebCall call, InputStream file) throws IOException {
    try {
      created(call, endpoints.replay(JournalFileReader.read(file)));
    } catch (InvalidExportException e) {
      // A client that is still sending does not receive the response.
      file.skip(JournalFileReader.LONGEST_FILE);
      call.header("Connection", "close");
      call.problem(400, "invalid_export", e.getMessage());
    }
  }

  static ObjectNode form(String text) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return fields;
  }

  private void run(WebCall call, Matcher path) {
    if (!path.matches()) {
      missing(call);
      return;
    }
    if (!access.admit(call)) {
      return;
    }
    Optional<CheckRun> run = runs.find(path.group(1));
    if (run.isEmpty()) {
      missing(call);
      return;
    }
    endpoints.handle(call, run.get(), path.group(2) == null ? "" : path.group(2));
  }
}
