package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class IsolationScenarios {
  private IsolationScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new PostInOther(),
        new ListenInOther(),
        new DeleteOther(),
        new ResumeOther(),
        new AnswerForOther(),
        new CancelOther(),
        new TaskOfOther(),
        new TasksListed(),
        new StateOfOther(),
        new SsePostForOther(),
        new NoCredentialsPost(),
        new NoCredentialsGet(),
        new NoCredentialsDelete(),
        new NoCredentialsStateless(),
        new NoCredentialsSse(),
        new BadCredentials(),
        new CredentialsAreCaseSensitive());
  }
}
