package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Caller;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Whoever says something must have signed it. */
@Check(
    id = "oauth/token-unsigned",
    title = "A token whose signature is taken away, or that says it needs none, is refused",
    since = Revision.R2025_03_26,
    rule = Spec.AUTH_SECURITY + "token-audience-binding-and-validation",
    needs = Need.PROTECTION)
final class TokenUnsigned implements Scenario {
  @Override
  public void run(Probe probe) {
    String[] parts = Tokens.of(probe).split("\\.", -1);
    probe.onlyIf(parts.length == 3, "the token is no JWT");
    String none =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                "{\"alg\":\"none\",\"typ\":\"at+jwt\"}".getBytes(StandardCharsets.UTF_8));
    for (String forged :
        List.of(
            none + "." + parts[1] + ".",
            parts[0] + "." + parts[1] + ".",
            none + "." + parts[1] + "." + parts[2])) {
      Caller caller = Caller.token("forger", forged);
      Reply reply =
          Session.initialize(
              probe.anonymous().with(caller.headers()), probe.path(), "2025-11-25", "{}");
      probe.expect(reply.status() == 401, "HTTP 401", reply);
    }
  }
}
