package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.Map;

/** The redirect URI must be in the metadata document. */
@ConformanceCheck(
    id = "oauth/document-redirect",
    title = "A redirect URI that is not in the metadata document is refused",
    since = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.REGISTRATION + "client-id-metadata-documents",
    requires = {
      ServerPrerequisite.PROTECTION,
      ServerPrerequisite.LOGIN,
      ServerPrerequisite.CLIENT_DOCUMENT
    })
final class DocumentRedirect implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthFlow flow = OAuthPrerequisites.described(probe);
    Map<String, String> request = flow.request(OAuthPrerequisites.scope(probe));
    String elsewhere = "http://127.0.0.1:" + flow.redirect().getPort() + "/not-in-the-document";
    request.put("redirect_uri", elsewhere);
    RawResponse response = probe.anonymous().at(flow.authorize(request)).request("GET", "").send();
    response.text();
    String location = String.valueOf(response.header("Location"));
    probe.expect(
        response.status() / 100 == 4 && !location.startsWith(elsewhere),
        "an error page, HTTP 400",
        "HTTP " + response.status() + " " + location);
  }
}
