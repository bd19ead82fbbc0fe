package io.everythingmcp.conformance.run;

import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.scenario.About;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.NotApplicable;
import io.everythingmcp.conformance.scenario.Outcome;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Status;
import io.everythingmcp.conformance.scenario.Unmet;
import io.everythingmcp.conformance.server.Profile;
import io.everythingmcp.conformance.talk.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Runs scenarios against one server. */
public final class Runner {
  private final Profile profile;
  private final RawClient client;
  private final BiConsumer<Integer, Outcome> progress;

  /**
   * A runner.
   *
   * @param progress is told the number of each outcome, from one on, and the outcome
   */
  public Runner(Profile profile, BiConsumer<Integer, Outcome> progress) {
    this.profile = profile;
    this.progress = progress;
    this.client = new RawClient(profile.server().url(), profile.server().patience());
  }

  /** A runner that says nothing meanwhile. */
  public Runner(Profile profile) {
    this(profile, (number, outcome) -> {});
  }

  /** Runs what is wanted. */
  public List<Outcome> run(List<Scenario> scenarios, Selection selection) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      About about = About.of(scenario);
      if (selection.wants(about)) {
        for (Outcome outcome : outcomes(scenario, about, selection)) {
          outcomes.add(outcome);
          progress.accept(outcomes.size(), outcome);
        }
      }
    }
    return outcomes;
  }

  private List<Outcome> outcomes(Scenario scenario, About about, Selection selection) {
    List<Revision> revisions = revisions(about, selection);
    if (revisions.isEmpty()) {
      String why = "the rule is of " + about.since() + " to " + about.until() + "; " + spoken();
      return List.of(skipped(about, null, why));
    }
    return revisions.stream().map(revision -> outcome(scenario, about, revision)).toList();
  }

  private String spoken() {
    return profile.spoken().isEmpty()
        ? "with these credentials the server speaks nothing"
        : "spoken are " + profile.spoken().keySet();
  }

  /** The newest one of each era that fits. */
  private List<Revision> revisions(About about, Selection selection) {
    List<Revision> fit =
        profile.spoken().keySet().stream()
            .filter(about::applies)
            .filter(selection::wants)
            .sorted(Comparator.reverseOrder())
            .toList();
    if (fit.isEmpty() && about.needs().contains(Need.PROTECTION) && profile.spoken().isEmpty()) {
      return List.of(about.until());
    }
    List<Revision> newest = new ArrayList<>();
    fit.stream().filter(Revision::hasSessions).findFirst().ifPresent(newest::add);
    fit.stream().filter(revision -> !revision.hasSessions()).findFirst().ifPresent(newest::add);
    return newest;
  }

  private Outcome outcome(Scenario scenario, About about, Revision revision) {
    for (Need need : about.needs()) {
      Optional<String> missing = need.missing(profile, revision);
      if (missing.isPresent()) {
        return skipped(about, revision, missing.get());
      }
    }
    Instant at = Instant.now();
    try (Probe probe = new Probe(profile, revision, client)) {
      Judged judged = judge(scenario, about, probe);
      return new Outcome(
          about,
          revision,
          judged.status(),
          judged.expected(),
          judged.came(),
          probe.evidence(),
          at,
          Duration.between(at, Instant.now()));
    }
  }

  private record Judged(Status status, String expected, String came) {}

  private static Judged judge(Scenario scenario, About about, Probe probe) {
    Status bad = about.level() == Level.MUST ? Status.FAILURE : Status.WARNING;
    try {
      scenario.run(probe);
      return new Judged(Status.SUCCESS, "", "");
    } catch (NotApplicable e) {
      return new Judged(Status.SKIPPED, "", e.getMessage());
    } catch (Unmet e) {
      return new Judged(bad, e.expected(), e.came());
    } catch (AssertionError | RuntimeException e) {
      return new Judged(bad, about.title(), String.valueOf(e.getMessage()));
    }
  }

  private static Outcome skipped(About about, Revision revision, String why) {
    return new Outcome(
        about, revision, Status.SKIPPED, "", why, List.of(), Instant.now(), Duration.ZERO);
  }
}
