package io.everythingmcp.server.protocol.stateless.mrtr;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ElicitationPages;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.wire.WireJson;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pages that the user must visit before a feature can be called at all. Older revisions have an
 * error for this; here they are asked for like anything else.
 */
final class UrlElicitationRequests {
  private UrlElicitationRequests() {}

  /** The questions that a refusal with {@code URL_CONSENT_REQUIRED} amounts to. */
  static RequestOutcome.InputRequired of(RequestOutcome.Failed refused) {
    Map<String, InputRequest> visits = new LinkedHashMap<>();
    for (JsonNode page : WireJson.tree(refused.data()).path("elicitations")) {
      visits.put(
          "consent-" + (visits.size() + 1),
          new InputRequest.UrlElicitation(
              page.path("message").asText(),
              new ElicitationPages.ElicitationPage(
                  page.path("elicitationId").asText(), page.path("url").asText())));
    }
    return new RequestOutcome.InputRequired(visits, null);
  }
}
