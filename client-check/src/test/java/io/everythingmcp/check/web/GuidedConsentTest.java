package io.everythingmcp.check.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.check.fault.RunCall;
import io.everythingmcp.check.fault.WholeResponse;
import io.everythingmcp.check.journal.CheckRunOptions;
import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.HeaderList;
import io.everythingmcp.check.journal.RecordedBody;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedRequest;
import io.everythingmcp.check.journal.RecordedResponse;
import io.everythingmcp.check.run.CheckRun;
import io.everythingmcp.check.run.CheckRunRegistry;
import io.everythingmcp.check.run.RunPresets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;

/** The consent page of a guided run. */
class GuidedConsentTest {
  private static final String PAGE = "<body><form id=\"decision\"></form></body>";

  private final CheckRunRegistry runs =
      new CheckRunRegistry(
          "http://localhost:1",
          RunPresets.load(),
          settings -> {
            throw new UnsupportedOperationException("no request is forwarded in this test");
          },
          Clock.systemUTC());
  private final CheckRun run =
      runs.create(runs.presets().find("oauth").orElseThrow(), new CheckRunOptions(true, 0));

  private void record(int n, EndpointKind endpoint, String method, String path) {
    run.record(
        new RecordedExchange(
            n,
            endpoint,
            new RecordedRequest(
                n, n, method, path, HeaderList.EMPTY, RecordedBody.EMPTY, "1", false),
            RecordedResponse.pending(n),
            null));
  }

  private String page(int n) {
    record(n, EndpointKind.AUTHORIZE, "GET", "/as/oauth/authorize?response_type=code&client_id=a");
    RunCall call =
        new RunCall(
            n,
            EndpointKind.AUTHORIZE,
            "main",
            "GET",
            "/as/oauth/authorize",
            HttpFields.EMPTY,
            new byte[0]);
    new GuidedConsent(new CheckPages("/")).explain(run, call);
    WholeResponse response =
        new WholeResponse(200, HttpFields.build(), PAGE.getBytes(StandardCharsets.UTF_8));
    call.edit().orElseThrow().edit(response);
    return response.text();
  }

  @Test
  void pageOfAShortRunHasAnExplanationAndThatOfALongRunIsUnchanged() {
    assertThat(page(1)).contains("code_challenge").contains("<form id=\"decision\"></form>");
    for (int n = 2; n <= 5000; n++) {
      record(n, EndpointKind.OTHER, "GET", "/other");
    }
    assertThat(page(5001)).isEqualTo(PAGE);
  }
}
