package io.everythingmcp.check.report;

import io.everythingmcp.check.rule.FindingStatus;
import io.everythingmcp.check.rule.RuleFinding;
import io.everythingmcp.check.view.FormParameters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A parameter of an authorization request, and the rules that it meets.
 *
 * @param value what was sent; empty if it is missing
 * @param sent whether it was sent
 * @param remark what is unusual about it without a rule; empty for nothing
 * @param findings of the rules for it
 */
public record GuidedParameter(
    String name, String value, boolean sent, String remark, List<RuleFinding> findings) {
  private static final int LONGEST_VALUE = 300;

  /** The check of each rule for a parameter, and the parameter. */
  private static final Map<String, Set<String>> RULES =
      Map.of(
          "redirect-uri-safe", Set.of("redirect_uri"),
          "resource-parameter-consistency", Set.of("resource"),
          "pkce-s256-method-used", Set.of("code_challenge", "code_challenge_method"),
          "state-fresh", Set.of("state"),
          "scope-from-www-authenticate", Set.of("scope"),
          "scope-step-up-escalation", Set.of("scope"),
          "sep-2207-offline-access-not-requested", Set.of("scope"),
          "sep-2352-no-cross-as-credential-reuse", Set.of("client_id"));

  private static final Set<String> WITHOUT_RULE =
      Set.of(
          "response_type",
          "response_mode",
          "client_id",
          "scope",
          "request",
          "request_uri",
          "nonce",
          "prompt",
          "display",
          "max_age",
          "ui_locales",
          "login_hint",
          "id_token_hint",
          "acr_values",
          "claims",
          "dpop_jkt",
          "authorization_details");

  /** Whether the rules for it are kept. */
  public enum Status {
    KEPT,
    BROKEN,
    /** A recommendation is not followed, or it is unusual. */
    ODD,
    /** No rule applies. */
    NONE
  }

  static boolean hasRule(String check) {
    return RULES.containsKey(check);
  }

  static List<GuidedParameter> of(FormParameters parameters, List<RuleFinding> findings) {
    Set<String> names = new LinkedHashSet<>(parameters.values().keySet());
    findings.stream()
        .filter(finding -> !finding.is(FindingStatus.SUCCESS))
        .flatMap(finding -> RULES.getOrDefault(finding.text().id(), Set.of()).stream().sorted())
        .forEach(names::add);
    List<GuidedParameter> all = new ArrayList<>();
    for (String name : names) {
      List<RuleFinding> own =
          findings.stream()
              .filter(one -> RULES.getOrDefault(one.text().id(), Set.of()).contains(name))
              .toList();
      all.add(
          new GuidedParameter(
              name,
              shortened(parameters.all(name)),
              parameters.has(name),
              remark(name, parameters.all(name)),
              own));
    }
    return all;
  }

  private static String shortened(List<String> values) {
    return values.stream()
        .map(
            value ->
                value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value)
        .collect(Collectors.joining(" and "));
  }

  private static String remark(String name, List<String> values) {
    boolean known =
        WITHOUT_RULE.contains(name) || RULES.values().stream().anyMatch(one -> one.contains(name));
    if (!known) {
      return "This parameter is defined neither by OAuth 2.1 nor by OpenID Connect; the server"
          + " ignores it.";
    }
    return values.stream().anyMatch(String::isEmpty)
        ? "The value is empty, which is the same as no parameter."
        : "";
  }

  /** Returns the most severe status of its findings. */
  public Status status() {
    if (findings.stream().anyMatch(one -> one.is(FindingStatus.FAILURE))) {
      return Status.BROKEN;
    }
    if (!remark.isEmpty()
        || findings.stream()
            .anyMatch(one -> one.is(FindingStatus.WARNING) || one.is(FindingStatus.INFO))) {
      return Status.ODD;
    }
    return findings.isEmpty() ? Status.NONE : Status.KEPT;
  }
}
