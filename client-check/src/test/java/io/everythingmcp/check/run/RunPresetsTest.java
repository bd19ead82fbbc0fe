package io.everythingmcp.check.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.everythingmcp.check.fault.FaultCatalog;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The files of the presets. */
class RunPresetsTest {
  private final RunPresets presets = RunPresets.load();

  @Test
  void eachPresetHasNameStepsAndExistingFaults() {
    for (RunPreset preset : presets.all()) {
      assertThat(presets.find(preset.name())).contains(preset);
      assertThat(preset.title()).isNotBlank();
      assertThat(preset.steps()).as(preset.name()).isNotEmpty();
      for (String fault : preset.faults()) {
        assertThatCode(() -> FaultCatalog.make(fault)).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void presetEverythingContainsAllOthers() {
    RunPreset everything = presets.find("everything").orElseThrow();
    Set<String> others = new HashSet<>(presets.names());
    others.remove("everything");
    assertThat(everything.stages()).containsExactlyInAnyOrderElementsOf(others);
    assertThat(everything.steps())
        .hasSize(everything.parts().stream().mapToInt(part -> part.steps().size()).sum());
    assertThat(everything.part(0).name()).isEqualTo("plain");
    assertThat(everything.part(5).name()).isEqualTo("paging");
    assertThat(everything.part(1000)).isEqualTo(everything.parts().get(18));
  }
}
