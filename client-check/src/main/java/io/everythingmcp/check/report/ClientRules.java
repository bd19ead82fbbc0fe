package io.everythingmcp.check.report;

import io.everythingmcp.check.rule.ClientRule;
import io.everythingmcp.check.rule.RuleJudgement;
import io.everythingmcp.check.rule.RuleTexts;
import io.everythingmcp.check.rule.http.HttpRules;
import io.everythingmcp.check.rule.lifecycle.LifecycleRules;
import io.everythingmcp.check.rule.message.MessageRules;
import io.everythingmcp.check.rule.oauth.OAuthRules;
import io.everythingmcp.check.rule.stateless.StatelessRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All rules, in the order of their table. */
public final class ClientRules {
  private static final List<ClientRule> ALL = assemble();

  private ClientRules() {}

  public static List<ClientRule> all() {
    return ALL;
  }

  private static List<ClientRule> assemble() {
    Map<String, RuleJudgement> judgements = new HashMap<>();
    judgements.putAll(MessageRules.judgements());
    judgements.putAll(LifecycleRules.judgements());
    judgements.putAll(HttpRules.judgements());
    judgements.putAll(OAuthRules.judgements());
    judgements.putAll(StatelessRules.judgements());
    List<ClientRule> all =
        RuleTexts.all().stream()
            .map(text -> new ClientRule(text, judgements.remove(text.id())))
            .toList();
    if (!judgements.isEmpty() || all.stream().anyMatch(rule -> rule.judgement() == null)) {
      throw new IllegalStateException(
          "each rule needs a text and a judgement; without a text: " + judgements.keySet());
    }
    return all;
  }
}
