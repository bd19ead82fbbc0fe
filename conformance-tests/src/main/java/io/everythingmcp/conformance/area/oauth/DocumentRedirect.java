package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.oauth.Flow;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import java.util.Map;

/** Nobody is sent to where the document does not say. */
@Check(
    id = "oauth/document-redirect",
    title = "Nobody is redirected to an address that is not in the metadata document",
    since = Revision.R2025_11_25,
    rule = Spec.REGISTRATION + "client-id-metadata-documents",
    needs = {Need.PROTECTION, Need.LOGIN, Need.CLIENT_DOCUMENT})
final class DocumentRedirect implements Scenario {
  @Override
  public void run(Probe probe) {
    Flow flow = Found.described(probe);
    Map<String, String> request = flow.request(Found.scope(probe));
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
