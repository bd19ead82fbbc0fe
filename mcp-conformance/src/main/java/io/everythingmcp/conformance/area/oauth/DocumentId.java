package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.net.URI;
import java.util.Map;

/** The client_id of a metadata document must be its URL. */
@ConformanceCheck(
    id = "oauth/document-id",
    title = "A metadata document whose client_id is not its own address is refused",
    since = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.REGISTRATION + "client-id-metadata-documents",
    requires = {
      ServerPrerequisite.PROTECTION,
      ServerPrerequisite.LOGIN,
      ServerPrerequisite.CLIENT_DOCUMENT
    })
final class DocumentId implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    OAuthFlow flow = OAuthPrerequisites.described(probe);
    Map<String, String> request = flow.request(OAuthPrerequisites.scope(probe));
    // The same document at another address: most servers ignore the query.
    String other = request.get("client_id") + "?another";
    probe.assumeThat(
        probe.anonymous().at(URI.create(other)).request("GET", "").send().status() == 200,
        "the document is not at " + other + " as well");
    request.put("client_id", other);
    RawResponse response = probe.anonymous().at(flow.authorize(request)).request("GET", "").send();
    response.text();
    probe.expect(response.status() / 100 == 4, "an error page, HTTP 400", response);
  }
}
