package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class IsolationScenarios {
  private IsolationScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new PostToOtherSession(),
        new GetStreamOfOtherCaller(),
        new DeleteOtherSession(),
        new ResumeStreamOfOtherCaller(),
        new ResponseForOtherCaller(),
        new CancelOtherRequest(),
        new TaskOfOtherCaller(),
        new TaskListOfOtherCaller(),
        new RequestStateOfOtherCaller(),
        new SsePostToOtherConnection(),
        new NoCredentialsPost(),
        new NoCredentialsGet(),
        new NoCredentialsDelete(),
        new NoCredentialsStateless(),
        new NoCredentialsSse(),
        new BadCredentials(),
        new CredentialsCaseSensitive());
  }
}
