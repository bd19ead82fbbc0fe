package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.oauth.Flow;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import java.net.URI;
import java.util.Map;

/** A document at another address is another client, whatever it says. */
@Check(
    id = "oauth/document-id",
    title = "A metadata document whose client_id is not its own address is refused",
    since = Revision.R2025_11_25,
    rule = Spec.REGISTRATION + "client-id-metadata-documents",
    needs = {Need.PROTECTION, Need.LOGIN, Need.CLIENT_DOCUMENT})
final class DocumentId implements Scenario {
  @Override
  public void run(Probe probe) {
    Flow flow = Found.described(probe);
    Map<String, String> request = flow.request(Found.scope(probe));
    // The same document at another address: most publishers do not look at the query.
    String other = request.get("client_id") + "?another";
    probe.onlyIf(
        probe.anonymous().at(URI.create(other)).request("GET", "").send().status() == 200,
        "the document is not at " + other + " as well");
    request.put("client_id", other);
    RawResponse response = probe.anonymous().at(flow.authorize(request)).request("GET", "").send();
    response.text();
    probe.expect(response.status() / 100 == 4, "an error page, HTTP 400", response);
  }
}
