package io.everythingmcp.check.rule.oauth;

import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.AuthorizationView.TokenRequest;
import io.everythingmcp.check.view.AuthorizationView.TokenUse;
import io.everythingmcp.check.view.JournalView;
import java.util.HashMap;
import java.util.Map;

/** A21: refresh tokens are used once, and 401 changes the next request. */
public final class RefreshRules {
  private static final int WITHOUT_CHANGE = 3;

  private RefreshRules() {}

  /** A21. */
  public static void once(JournalView view, RuleObservations seen) {
    seen.unless("no token was refreshed");
    Map<String, TokenRequest> first = new HashMap<>();
    for (TokenRequest request : view.login().tokenRequests()) {
      if (!request.grant().equals("refresh_token")) {
        continue;
      }
      String token = request.form().get("refresh_token");
      TokenRequest earlier = first.get(token);
      if (earlier == null) {
        first.put(token, request);
        seen.good(request.exchange());
        continue;
      }
      boolean atOnce =
          request.exchange().at() < earlier.exchange().response().endedAt() + JournalView.NO_ORDER;
      if (atOnce) {
        seen.warn(request.exchange(), "both at once, the rotated login is lost", earlier.n());
      } else if (earlier.granted()) {
        seen.warn(request.exchange(), "a refresh token that was used before", earlier.n());
      } else if (!earlier.refused()) {
        // The first attempt got no response, or a temporary error.
        first.put(token, request);
        seen.good(request.exchange());
      }
    }
    unchanged(view, seen);
  }

  private static void unchanged(JournalView view, RuleObservations seen) {
    Map<String, Integer> refused = new HashMap<>();
    for (TokenUse use : view.login().uses()) {
      if (use.token().isEmpty()) {
        continue;
      }
      if (use.exchange().response().status() != 401) {
        refused.remove(use.token());
      } else if (refused.merge(use.token(), 1, Integer::sum) == WITHOUT_CHANGE + 1) {
        seen.warn(use.exchange(), "401 again and again, always with the same token");
      }
    }
  }
}
