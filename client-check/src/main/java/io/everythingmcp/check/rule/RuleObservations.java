package io.everythingmcp.check.rule;

import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.PublishedRevisions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Collects what a rule sees in a journal, and makes its finding of that. */
public final class RuleObservations {
  private static final int MOST_EVIDENCE = 20;
  private static final int LONGEST_TEXT = 300;

  private final RuleText text;
  private final IntPredicate judged;
  private final Group failures = new Group();
  private final Group warnings = new Group();
  private final Group notes = new Group();
  private final Group kept = new Group();
  private String reason = "nothing was seen that it applies to";

  /**
   * Nothing seen yet.
   *
   * @param judged the numbers of the exchanges that count
   */
  RuleObservations(RuleText text, IntPredicate judged) {
    this.text = text;
    this.judged = judged;
  }

  /** The rule was kept here. */
  public void good(ClientMessage message) {
    kept.add(message.n(), message.revision(), null);
  }

  public void good(RecordedExchange exchange) {
    kept.add(exchange.n(), null, null);
  }

  /** Something that must not be. */
  public void fail(ClientMessage message, String received, int... compared) {
    failures.add(message.n(), message.revision(), received, compared);
  }

  public void fail(RecordedExchange exchange, String received, int... compared) {
    failures.add(exchange.n(), null, received, compared);
  }

  /** Something that should not be. */
  public void warn(ClientMessage message, String received, int... compared) {
    warnings.add(message.n(), message.revision(), received, compared);
  }

  public void warn(RecordedExchange exchange, String received, int... compared) {
    warnings.add(exchange.n(), null, received, compared);
  }

  /** Something that is neither right nor wrong, or where the specification is not clear. */
  public void note(ClientMessage message, String received, int... compared) {
    notes.add(message.n(), message.revision(), received, compared);
  }

  public void note(RecordedExchange exchange, String received, int... compared) {
    notes.add(exchange.n(), null, received, compared);
  }

  /** A failure or a warning, by the level of the rule. */
  public void breaks(ClientMessage message, String received, int... compared) {
    group().add(message.n(), message.revision(), received, compared);
  }

  public void breaks(RecordedExchange exchange, String received, int... compared) {
    group().add(exchange.n(), null, received, compared);
  }

  private Group group() {
    return switch (text.level()) {
      case MUST -> failures;
      case SHOULD -> warnings;
      case INFO -> notes;
    };
  }

  /** Sets the reason for the status skipped if there are no observations. */
  public void unless(String why) {
    reason = why;
  }

  RuleFinding finding() {
    if (failures.count > 0) {
      return of(
          text.level() == RuleLevel.MUST ? FindingStatus.FAILURE : FindingStatus.WARNING, failures);
    }
    if (warnings.count > 0) {
      return of(FindingStatus.WARNING, warnings);
    }
    if (notes.count > 0) {
      return of(FindingStatus.INFO, notes);
    }
    if (kept.count > 0) {
      return new RuleFinding(
          text,
          FindingStatus.SUCCESS,
          revision(kept),
          kept.count == 1 ? "kept once" : "kept " + kept.count + " times",
          kept.evidence(),
          List.of(),
          0);
    }
    return new RuleFinding(
        text, FindingStatus.SKIPPED, text.until(), reason, List.of(), List.of(), 0);
  }

  private RuleFinding of(FindingStatus status, Group group) {
    String more = group.count > 1 ? " (" + group.count + " times)" : "";
    return new RuleFinding(
        text,
        status,
        revision(group),
        group.received + more,
        group.evidence(),
        List.copyOf(group.compared),
        group.count);
  }

  private String revision(Group group) {
    return PublishedRevisions.isPublished(group.revision) ? group.revision : text.until();
  }

  private final class Group {
    private final Set<Integer> numbers = new LinkedHashSet<>();
    private final Set<Integer> compared = new LinkedHashSet<>();
    private String revision;
    private String received;
    private int count;

    void add(int n, String revision, String received, int... others) {
      if (!judged.test(n)) {
        return;
      }
      count++;
      if (count == 1) {
        this.revision = revision;
        this.received =
            received != null && received.length() > LONGEST_TEXT
                ? received.substring(0, LONGEST_TEXT) + "…"
                : received;
      }
      if (numbers.size() < MOST_EVIDENCE) {
        numbers.add(n);
        for (int other : others) {
          if (other > 0) {
            compared.add(other);
          }
        }
      }
    }

    List<Integer> evidence() {
      return new ArrayList<>(numbers);
    }
  }
}
