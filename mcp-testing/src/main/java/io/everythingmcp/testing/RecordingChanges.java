package io.everythingmcp.testing;

import io.everythingmcp.api.ChangeNotifier;
import java.util.List;

/** Records the published changes. */
record RecordingChanges(List<String> actions) implements ChangeNotifier {
  @Override
  public boolean setToolEnabled(String name, boolean enabled) {
    String line = (enabled ? "enable " : "disable ") + name;
    return !actions.contains(line) && actions.add(line);
  }

  @Override
  public void toolListChanged() {
    actions.add("tools changed");
  }

  @Override
  public void promptListChanged() {
    actions.add("prompts changed");
  }

  @Override
  public void resourceListChanged() {
    actions.add("resources changed");
  }

  @Override
  public void resourceUpdated(String uri) {
    actions.add("updated " + uri);
  }
}
