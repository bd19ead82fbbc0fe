package io.everythingmcp.conformance.run;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.scenario.CheckResult;
import io.everythingmcp.conformance.scenario.CheckStatus;
import io.everythingmcp.conformance.scenario.NotApplicableException;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.RequirementViolation;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ScenarioInfo;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.server.ServerProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Runs scenarios against one server. */
public final class ScenarioRunner {
  private final ServerProfile profile;
  private final RawClient client;
  private final BiConsumer<Integer, CheckResult> progress;

  /**
   * A runner.
   *
   * @param progress receives the number of each outcome, from one on, and the outcome
   */
  public ScenarioRunner(ServerProfile profile, BiConsumer<Integer, CheckResult> progress) {
    this.profile = profile;
    this.progress = progress;
    this.client = new RawClient(profile.server().url(), profile.server().timeout());
  }

  /** A runner without progress output. */
  public ScenarioRunner(ServerProfile profile) {
    this(profile, (number, outcome) -> {});
  }

  /** Runs the selected scenarios. */
  public List<CheckResult> run(List<Scenario> scenarios, ScenarioSelection selection) {
    List<CheckResult> outcomes = new ArrayList<>();
    for (PlannedCheck check : plan(scenarios, selection)) {
      CheckResult outcome = run(check);
      outcomes.add(outcome);
      progress.accept(outcomes.size(), outcome);
    }
    return outcomes;
  }

  /** Returns the selected scenarios with the revisions in which they are run. */
  public List<PlannedCheck> plan(List<Scenario> scenarios, ScenarioSelection selection) {
    List<PlannedCheck> planned = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      ScenarioInfo about = ScenarioInfo.of(scenario);
      if (selection.includes(about)) {
        List<SpecRevision> revisions = revisions(about, selection);
        revisions.forEach(r -> planned.add(new PlannedCheck(scenario, about, Optional.of(r), "")));
        if (revisions.isEmpty()) {
          String why =
              "the rule applies to " + about.since() + " to " + about.until() + "; " + supported();
          planned.add(new PlannedCheck(scenario, about, Optional.empty(), why));
        }
      }
    }
    return planned;
  }

  /** Runs one check. */
  public CheckResult run(PlannedCheck check) {
    return check
        .revision()
        .map(revision -> outcome(check.scenario(), check.about(), revision))
        .orElseGet(() -> skipped(check.about(), null, check.inapplicable()));
  }

  private String supported() {
    return profile.supportedRevisions().isEmpty()
        ? "with these credentials the server supports no revision"
        : "the server supports " + profile.supportedRevisions().keySet();
  }

  /** Returns the latest applicable revision of each era. */
  private List<SpecRevision> revisions(ScenarioInfo about, ScenarioSelection selection) {
    List<SpecRevision> fit =
        profile.supportedRevisions().keySet().stream()
            .filter(about::applies)
            .filter(selection::includes)
            .sorted(Comparator.reverseOrder())
            .toList();
    if (fit.isEmpty()
        && about.needs().contains(ServerPrerequisite.PROTECTION)
        && profile.supportedRevisions().isEmpty()) {
      return List.of(about.until());
    }
    List<SpecRevision> latest = new ArrayList<>();
    fit.stream().filter(SpecRevision::hasSessions).findFirst().ifPresent(latest::add);
    fit.stream().filter(revision -> !revision.hasSessions()).findFirst().ifPresent(latest::add);
    return latest;
  }

  private CheckResult outcome(Scenario scenario, ScenarioInfo about, SpecRevision revision) {
    for (ServerPrerequisite need : about.needs()) {
      Optional<String> missing = need.missing(profile, revision);
      if (missing.isPresent()) {
        return skipped(about, revision, missing.get());
      }
    }
    Instant at = Instant.now();
    try (ScenarioContext probe = new ScenarioContext(profile, revision, client)) {
      Judged judged = judge(scenario, about, probe);
      return new CheckResult(
          about,
          revision,
          judged.status(),
          judged.expected(),
          judged.actual(),
          probe.evidence(),
          at,
          Duration.between(at, Instant.now()));
    }
  }

  private record Judged(CheckStatus status, String expected, String actual) {}

  private static Judged judge(Scenario scenario, ScenarioInfo about, ScenarioContext probe) {
    CheckStatus bad =
        about.level() == RequirementLevel.MUST ? CheckStatus.FAILURE : CheckStatus.WARNING;
    try {
      scenario.run(probe);
      return new Judged(CheckStatus.SUCCESS, "", "");
    } catch (NotApplicableException e) {
      return new Judged(CheckStatus.SKIPPED, "", e.getMessage());
    } catch (RequirementViolation e) {
      return new Judged(bad, e.expected(), e.actual());
    } catch (AssertionError | RuntimeException e) {
      return new Judged(bad, about.title(), String.valueOf(e.getMessage()));
    }
  }

  private static CheckResult skipped(ScenarioInfo about, SpecRevision revision, String why) {
    return new CheckResult(
        about, revision, CheckStatus.SKIPPED, "", why, List.of(), Instant.now(), Duration.ZERO);
  }
}
