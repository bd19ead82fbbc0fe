package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class OAuthScenarios {
  private OAuthScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new MetadataFound(),
        new MetadataResource(),
        new NoOfflineAccess(),
        new ChallengeScope(),
        new InvalidTokenChallenge(),
        new ServerMetadata(),
        new PkceAdvertised(),
        new FlowByRegistration(),
        new FlowByPreregistration(),
        new SecretChecked(),
        new FlowByDocument(),
        new DocumentRedirect(),
        new DocumentId(),
        new AuthorizationResponseComplete(),
        new TokenNotCached(),
        new CodeSingleUse(),
        new VerifierChecked(),
        new PkceRequired(),
        new RedirectExact(),
        new RefreshRotates(),
        new UnknownResourceIndicator(),
        new TokenNotInQuery(),
        new TokenUnsigned(),
        new StepUp(),
        new ScopeEnforced());
  }
}
