package io.everythingmcp.check.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All presets, in the order in which they are shown; each is a resource file. */
public final class RunPresets {
  private static final String FOLDER = "/io/everythingmcp/check/presets/";

  private final Map<String, RunPreset> all = new LinkedHashMap<>();

  private RunPresets(List<String> names, ObjectMapper mapper) {
    names.forEach(name -> all.put(name, read(name, mapper)));
    all.replaceAll(
        (name, preset) ->
            preset.stages().isEmpty()
                ? preset
                : preset.through(preset.stages().stream().map(all::get).toList()));
  }

  /** Reads the presets that the file {@code index.json} lists. */
  public static RunPresets load() {
    ObjectMapper mapper = new ObjectMapper();
    try (InputStream index = RunPresets.class.getResourceAsStream(FOLDER + "index.json")) {
      return new RunPresets(List.of(mapper.readValue(index, String[].class)), mapper);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RunPreset read(String name, ObjectMapper mapper) {
    try (InputStream file = RunPresets.class.getResourceAsStream(FOLDER + name + ".json")) {
      return mapper.readValue(file, RunPreset.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<RunPreset> all() {
    return List.copyOf(all.values());
  }

  public List<String> names() {
    return List.copyOf(all.keySet());
  }

  public Optional<RunPreset> find(String name) {
    return Optional.ofNullable(all.get(name));
  }
}
