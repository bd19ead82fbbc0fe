package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.client.SuiteClient;
import java.util.ArrayList;
import java.util.List;

/** Methods whose results clients may keep. */
final class CacheableMethods {
  private CacheableMethods() {}

  /** Returns the supported methods without required parameters. */
  static List<String> methods(SuiteClient talk) {
    List<String> methods = new ArrayList<>(List.of("server/discover"));
    for (String list :
        List.of("tools/list", "prompts/list", "resources/list", "resources/templates/list")) {
      if (talk.declares(list.substring(0, list.indexOf('/')))) {
        methods.add(list);
      }
    }
    return methods;
  }
}
