package io.everythingmcp.check.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import io.everythingmcp.check.journal.JournalJson;
import io.everythingmcp.check.report.AuthorizationGuide;
import io.everythingmcp.check.run.CheckRun;
import io.everythingmcp.check.run.RunPresets;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages of the client check. */
public final class CheckPages {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EXCHANGES = 500;
  private static final String HOUR = "max-age=300";

  private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
  private final byte[] style = load("style.css");
  private final byte[] guideStyle = load("guide.css");
  private final byte[] script = load("page.js");
  private final String root;

  /**
   * Creates the pages.
   *
   * @param root the common prefix of the paths of this server
   */
  public CheckPages(String root) {
    this.root = root;
    templates.setClassForTemplateLoading(CheckPages.class, "");
    templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setLocalizedLookup(false);
    templates.setNumberFormat("computer");
    templates.setDefaultEncoding("UTF-8");
  }

  private static byte[] load(String name) {
    try (InputStream file = CheckPages.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String start(RunPresets presets) {
    return html(
        "start.ftlh", Map.of("presets", presets.all().stream().map(CheckPages::preset).toList()));
  }

  private static Map<String, Object> preset(io.everythingmcp.check.run.RunPreset preset) {
    return Map.of(
        "name", preset.name(),
        "title", preset.title(),
        "steps", preset.steps().stream().map(step -> step.text()).toList());
  }

  String missing() {
    return html("missing.ftlh", Map.of());
  }

  /**
   * Renders the page of a run.
   *
   * @param alone whether it is a self-contained file
   */
  String run(CheckRun run, RunVerdict verdict, boolean alone) {
    Map<String, Object> model = new HashMap<>();
    model.put("run", RunModel.of(run, verdict));
    ObjectNode report = verdict.report().deepCopy();
    ArrayNode exchanges = report.putArray("exchanges");
    verdict.last(EXCHANGES).forEach(exchange -> exchanges.add(JournalJson.write(exchange)));
    model.put("report", JSON.convertValue(report, Map.class));
    model.put("rows", TimelineRow.of(report));
    model.put("phases", FindingPhases.of(report));
    model.put("alone", alone);
    model.put("style", alone ? new String(style, StandardCharsets.UTF_8) : "");
    return html("run.ftlh", model);
  }

  /** Renders the explanation of an authorization request, a part of a page. */
  String guide(CheckRun run, AuthorizationGuide guide) {
    return html(
        "guide.ftlh",
        Map.of("guide", guide, "page", URI.create(run.addresses().page()).getRawPath()));
  }

  /** Sends one self-contained file. */
  void share(WebCall call, CheckRun run, RunVerdict verdict) {
    call.header(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'sha256-"
            + digest()
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    call.header(
        "Content-Disposition",
        "inline; filename=\"client-check-" + run.preset().name() + ".html\"");
    call.write(
        200, "text/html;charset=utf-8", run(run, verdict, true).getBytes(StandardCharsets.UTF_8));
  }

  private String digest() {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void style(WebCall call) {
    call.header("Cache-Control", HOUR);
    call.write(200, "text/css;charset=utf-8", style);
  }

  void guideStyle(WebCall call) {
    call.header("Cache-Control", HOUR);
    call.write(200, "text/css;charset=utf-8", guideStyle);
  }

  void script(WebCall call) {
    call.header("Cache-Control", HOUR);
    call.write(200, "text/javascript;charset=utf-8", script);
  }

  private static Object pretty(List<?> arguments) throws TemplateModelException {
    Object value = DeepUnwrap.unwrap((TemplateModel) arguments.get(0));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new TemplateModelException(e);
    }
  }

  private String html(String template, Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("root", root);
    all.put("json", (TemplateMethodModelEx) CheckPages::pretty);
    all.put("order", List.of("FAILURE", "WARNING", "INFO", "SUCCESS", "SKIPPED"));
    StringWriter out = new StringWriter();
    try {
      templates.getTemplate(template).process(all, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("The template " + template + " failed", e);
    }
    return out.toString();
  }
}
