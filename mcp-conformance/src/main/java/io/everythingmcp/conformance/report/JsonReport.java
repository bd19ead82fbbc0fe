package io.everythingmcp.conformance.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.CapturedExchange;
import io.everythingmcp.conformance.scenario.CheckResult;
import io.everythingmcp.conformance.scenario.CheckStatus;

/** A list of checks in the format of the official suite's {@code checks.json}. */
public final class JsonReport {
  private JsonReport() {}

  /** The report. */
  public static String of(SuiteResult run) {
    ArrayNode checks = JsonNodeFactory.instance.arrayNode();
    run.outcomes().forEach(outcome -> checks.add(check(outcome, run.redaction())));
    return checks.toPrettyString() + "\n";
  }

  private static ObjectNode check(CheckResult outcome, ReportRedaction redaction) {
    ObjectNode check = JsonNodeFactory.instance.objectNode();
    check.put("id", outcome.about().id());
    check.put("name", outcome.about().id());
    check.put("description", outcome.about().title());
    check.put("status", outcome.status().name());
    check.put("timestamp", outcome.at().toString());
    if (outcome.isBad()) {
      String message = "expected " + outcome.expected() + "; actual: " + outcome.actual();
      check.put("errorMessage", redaction.clean(message));
    }
    ObjectNode rule = check.putArray("specReferences").addObject();
    rule.put("id", outcome.rule().replaceFirst("^.*/(?=[^/]+$)", ""));
    rule.put("url", outcome.rule());
    ObjectNode details = check.putObject("details");
    details.put("level", outcome.about().level().name());
    details.put("revision", outcome.revision() == null ? null : outcome.revision().text());
    details.put("milliseconds", outcome.took().toMillis());
    if (outcome.status() == CheckStatus.SKIPPED) {
      details.put("notApplicable", redaction.clean(outcome.actual()));
    }
    if (outcome.isBad()) {
      ArrayNode evidence = details.putArray("evidence");
      for (CapturedExchange exchange : outcome.evidence()) {
        evidence
            .addObject()
            .put("sent", redaction.clean(ExchangeFormatter.request(exchange)))
            .put("received", redaction.clean(ExchangeFormatter.response(exchange)));
      }
    }
    return check;
  }
}
