package io.everythingmcp.check.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What happens in a run.
 *
 * @param name in URLs and reports
 * @param title one sentence about it
 * @param steps what the person does, in order
 * @param server what the server of the run is like
 * @param faults names of what happens to requests on purpose
 * @param stages names of the presets through which this one leads, one after the other
 * @param parts those presets
 */
public record RunPreset(
    String name,
    String title,
    List<Step> steps,
    Server server,
    List<String> faults,
    List<String> stages,
    List<RunPreset> parts) {
  public RunPreset {
    steps = steps == null ? List.of() : List.copyOf(steps);
    server = server == null ? Server.USUAL : server;
    faults = faults == null ? List.of() : List.copyOf(faults);
    stages = stages == null ? List.of() : List.copyOf(stages);
    parts = parts == null ? List.of() : List.copyOf(parts);
  }

  /** Returns a copy that consists of these presets. */
  RunPreset through(List<RunPreset> presets) {
    List<Step> all = presets.stream().flatMap(preset -> preset.steps().stream()).toList();
    return new RunPreset(name, title, all, server, faults, stages, presets);
  }

  /** The part to which the step with this number belongs; the last one where all were seen. */
  public RunPreset part(int step) {
    int before = 0;
    for (RunPreset part : parts) {
      before += part.steps().size();
      if (step < before) {
        return part;
      }
    }
    return parts.isEmpty() ? this : parts.get(parts.size() - 1);
  }

  /** Whether a client needs an access token, at least for a while. */
  public boolean anyLogin() {
    return server.login() || parts.stream().anyMatch(RunPreset::anyLogin);
  }

  /**
   * Something that the person does.
   *
   * @param text what the person reads
   * @param seen what shows that it was done, such as {@code call:echo}
   */
  public record Step(String text, String seen) {}

  /**
   * What is special about the server of a run.
   *
   * @param login whether a client needs an access token
   * @param eras which revisions it serves
   * @param pageSize entries on a page of a list; 0 for the default
   * @param accessTokenSeconds how long an access token is valid; 0 for the default
   * @param tools names of tools that only the client check has
   */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  public record Server(
      boolean login, RunEras eras, int pageSize, int accessTokenSeconds, List<String> tools) {
    static final Server USUAL = new Server(false, RunEras.BOTH, 0, 0, List.of());

    public Server {
      eras = eras == null ? RunEras.BOTH : eras;
      tools = tools == null ? List.of() : List.copyOf(tools);
    }
  }
}
