package io.everythingmcp.testing;

import io.everythingmcp.api.ChangeNotifier;
import java.util.List;

/** Records the published changes. */
record RecordingChanges(List<String> said) implements ChangeNotifier {
  @Override
  public boolean setToolEnabled(String name, boolean enabled) {
    String line = (enabled ? "enable " : "disable ") + name;
    return !said.contains(line) && said.add(line);
  }

  @Override
  public void toolListChanged() {
    said.add("tools changed");
  }

  @Override
  public void promptListChanged() {
    said.add("prompts changed");
  }

  @Override
  public void resourceListChanged() {
    said.add("resources changed");
  }

  @Override
  public void resourceUpdated(String uri) {
    said.add("updated " + uri);
  }
}
