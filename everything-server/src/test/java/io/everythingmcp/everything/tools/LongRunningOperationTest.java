package io.everythingmcp.everything.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.OutcomeReader;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.testing.RecordingCall;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LongRunningOperationTest {
  private final LongRunningOperationTool tool = new LongRunningOperationTool();

  @Test
  void progressIsReportedForEachStep() {
    RecordingCall call = RecordingCall.with(Map.of("duration", 1.5, "steps", 3));
    assertThat(OutcomeReader.text(run(call)))
        .isEqualTo("Long running operation completed. Duration: 1.5 seconds, Steps: 3.");
    assertThat(call.actions)
        .containsExactly(
            "log debug Step 1 of 3",
            "progress 1.0/3.0",
            "log debug Step 2 of 3",
            "progress 2.0/3.0",
            "log debug Step 3 of 3",
            "progress 3.0/3.0");
    assertThat(call.waits).containsOnly(Duration.ofMillis(500)).hasSize(3);
  }

  @Test
  void defaultsAreTenSecondsInFiveSteps() {
    RecordingCall call = RecordingCall.empty();
    assertThat(OutcomeReader.text(run(call)))
        .isEqualTo("Long running operation completed. Duration: 10 seconds, Steps: 5.");
    assertThat(call.waits).containsOnly(Duration.ofSeconds(2)).hasSize(5);
  }

  @Test
  void cancellationStopsTheCall() {
    RecordingCall call = RecordingCall.with(Map.of("steps", 4)).cancelledAtWait(3);
    assertThat(OutcomeReader.errorText(run(call))).isEqualTo("Cancelled at step 3 of 4");
    assertThat(call.actions)
        .containsExactly(
            "log debug Step 1 of 4",
            "progress 1.0/4.0",
            "log debug Step 2 of 4",
            "progress 2.0/4.0",
            "log info Cancelled at step 3 of 4");
  }

  private RequestOutcome run(RecordingCall call) {
    return ((RequestOutcome.DeferredTask) tool.call(call)).work().run(call);
  }
}
