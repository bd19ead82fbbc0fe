package io.everythingmcp.check.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.rule.FindingStatus;
import io.everythingmcp.check.rule.RuleFinding;
import io.everythingmcp.check.view.JournalView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** A run judged at one moment. */
public record RunReport(
    JournalSnapshot snapshot, ClientFacts client, List<RuleFinding> findings, String headline) {

  /** Evaluates the current content of a journal. */
  public static RunReport of(JournalSnapshot snapshot) {
    JournalView view = JournalView.of(snapshot);
    List<RuleFinding> findings = ClientRules.all().stream().map(rule -> rule.judge(view)).toList();
    ClientFacts client = ClientFacts.of(view);
    return new RunReport(snapshot, client, findings, RunHeadline.of(view, findings, client));
  }

  public int count(FindingStatus status) {
    return (int) findings.stream().filter(finding -> finding.is(status)).count();
  }

  /** Returns the report without the exchanges, and without the next step, which the preset adds. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", snapshot.facts().id());
    json.put("preset", snapshot.facts().preset());
    json.put("state", snapshot.finished() ? "finished" : "running");
    json.put("headline", headline);
    json.set("client", client.toJson());
    ObjectNode summary = json.putObject("summary");
    for (FindingStatus status : FindingStatus.values()) {
      summary.put(status.name().toLowerCase(Locale.ROOT), count(status));
    }
    ArrayNode checks = json.putArray("checks");
    findings.forEach(finding -> checks.add(finding.toJson()));
    return json;
  }

  /** The findings in the form of the official suite. */
  public ArrayNode checksJson() {
    ArrayNode checks = JsonNodeFactory.instance.arrayNode();
    String time = Instant.ofEpochMilli(snapshot.now()).toString();
    for (RuleFinding finding : findings) {
      ObjectNode check = checks.addObject();
      check.put("id", finding.text().id());
      check.put("name", finding.text().rule());
      check.put("description", finding.text().title());
      check.put("status", finding.status().name());
      check.put("timestamp", time);
      if (finding.is(FindingStatus.FAILURE) || finding.is(FindingStatus.WARNING)) {
        check.put("errorMessage", finding.received());
      }
      ObjectNode reference = check.putArray("specReferences").addObject();
      reference.put("id", finding.text().rule());
      reference.put("url", finding.text().spec());
      ObjectNode details = check.putObject("details");
      details.put("expected", finding.text().expected());
      details.put("received", finding.received());
      ArrayNode evidence = details.putArray("evidence");
      finding.evidence().forEach(evidence::add);
    }
    return checks;
  }
}
