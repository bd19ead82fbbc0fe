package io.everythingmcp.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.fault.FaultScene;
import io.everythingmcp.check.fault.RunCall;
import io.everythingmcp.check.fault.TokenLedger;
import io.everythingmcp.check.journal.EndpointKind;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;

/** The state of faults as JSON. */
class RunFaultsTest {
  private static final String ECHO =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\"}}";

  private final TokenLedger tokens = new TokenLedger();

  private final FaultScene scene =
      new FaultScene() {
        @Override
        public String base() {
          return "http://localhost:1/check/runs/x";
        }

        @Override
        public String metadata() {
          return "http://localhost:1/.well-known/oauth-protected-resource/check/runs/x/mcp";
        }

        @Override
        public void provoked(String id, int n, ObjectNode details) {}

        @Override
        public String redacted(String kind, String value) {
          return kind;
        }

        @Override
        public long delay(long usual) {
          return usual;
        }

        @Override
        public long now() {
          return 1000;
        }

        @Override
        public TokenLedger tokens() {
          return tokens;
        }
      };

  private RunCall call() {
    return new RunCall(
        1,
        EndpointKind.MCP,
        "main",
        "POST",
        "/mcp",
        HttpFields.build().put("Mcp-Session-Id", "session-1").put("Authorization", "Bearer t"),
        ECHO.getBytes(StandardCharsets.UTF_8));
  }

  /** Each request is processed by new objects, which have only the saved state. */
  private String statuses(RunPreset preset, int count) {
    String[] state = {RunFaults.of(preset, tokens).save()};
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              RunFaults faults = RunFaults.of(preset, tokens);
              faults.load(state[0]);
              RunCall met = faults.meet(call(), scene, preset.name());
              state[0] = faults.save();
              return met.instead().map(response -> response.status() + "").orElse("-")
                  + met.fault()
                  + met.header("Mcp-Session-Id").orElse("");
            })
        .toList()
        .toString();
  }

  private String continuous(RunPreset preset, int count) {
    RunFaults faults = RunFaults.of(preset, tokens);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              RunCall met = faults.meet(call(), scene, preset.name());
              return met.instead().map(response -> response.status() + "").orElse("-")
                  + met.fault()
                  + met.header("Mcp-Session-Id").orElse("");
            })
        .toList()
        .toString();
  }

  @Test
  void faultsThatContinueFromASavedStateActAsOnesThatWereNotInterrupted() {
    for (RunPreset preset : RunPresets.load().all()) {
      assertThat(statuses(preset, 14)).as(preset.name()).isEqualTo(continuous(preset, 14));
    }
    assertThat(statuses(RunPresets.load().find("rate-limit").orElseThrow(), 4))
        .startsWith("[429P63")
        .contains("503P63");
    assertThat(statuses(RunPresets.load().find("expired-session").orElseThrow(), 4))
        .contains("P0300000000-0000");
  }

  @Test
  void tokensAndSessionsAreSaved() {
    RunPreset preset = RunPresets.load().find("oauth").orElseThrow();
    RunFaults before = RunFaults.of(preset, tokens);
    tokens.given("t", 2000);
    tokens.second("u");
    before.meet(call(), scene, "oauth");
    before.provoke("restart");
    String saved = before.save();
    assertThat(saved).contains("session-1").doesNotContain("\"t\"");

    TokenLedger restored = new TokenLedger();
    RunFaults after = RunFaults.of(preset, restored);
    after.load(saved);

    assertThat(after.save()).isEqualTo(saved);
    assertThat(restored.goodUntil("t")).hasValue(2000);
    assertThat(restored.isSecond("u")).isTrue();
    assertThat(after.meet(call(), scene, "oauth").fault()).isEqualTo("P03");
  }
}
