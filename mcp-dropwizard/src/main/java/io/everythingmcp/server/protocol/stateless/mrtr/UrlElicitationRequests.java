package io.everythingmcp.server.protocol.stateless.mrtr;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ElicitationPages;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.wire.WireJson;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * URL elicitations that are required before a feature can be called. Legacy revisions have an error
 * for this; in this era they are input requests.
 */
final class UrlElicitationRequests {
  private UrlElicitationRequests() {}

  /** Converts an error of kind {@code URL_ELICITATION_REQUIRED} to input requests. */
  static RequestOutcome.InputRequired of(RequestOutcome.Failed refused) {
    Map<String, InputRequest> elicitations = new LinkedHashMap<>();
    for (JsonNode page : WireJson.tree(refused.data()).path("elicitations")) {
      elicitations.put(
          "consent-" + (elicitations.size() + 1),
          new InputRequest.UrlElicitation(
              page.path("message").asText(),
              new ElicitationPages.ElicitationPage(
                  page.path("elicitationId").asText(), page.path("url").asText())));
    }
    return new RequestOutcome.InputRequired(elicitations, null);
  }
}
