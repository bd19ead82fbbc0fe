package io.everythingmcp.check.rule;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The result of one rule.
 *
 * @param revision of the first judged exchange, or the last revision with the rule
 * @param received what was received instead of the expected; the reason if it was not judged
 * @param evidence the numbers of the judged exchanges, at most twenty
 * @param compared the numbers of the exchanges that these were compared with
 * @param violations the number of exchanges that violate it, including those not in the evidence
 */
public record RuleFinding(
    RuleText text,
    FindingStatus status,
    String revision,
    String received,
    List<Integer> evidence,
    List<Integer> compared,
    int violations) {
  public RuleFinding {
    evidence = List.copyOf(evidence);
    compared = List.copyOf(compared);
  }

  public boolean is(FindingStatus other) {
    return status == other;
  }

  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", text.id());
    json.put("rule", text.rule());
    json.put("level", text.level().name());
    json.put("status", status.name());
    json.put("title", text.title());
    json.put("spec", text.spec());
    json.put("revision", revision);
    json.put("expected", text.expected());
    json.put("received", received);
    ArrayNode judged = json.putArray("evidence");
    evidence.forEach(judged::add);
    ArrayNode others = json.putArray("compared");
    compared.forEach(others::add);
    json.put("advice", text.advice());
    return json;
  }
}
