package io.everythingmcp.conformance.area.paging;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.Json;
import io.everythingmcp.conformance.scenario.NotApplicable;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists, page by page. */
final class Pages {
  /** The lists, and what their entries are known by. */
  static final Map<String, String> LISTS =
      Map.of(
          "tools/list", "tools name",
          "resources/list", "resources uri",
          "resources/templates/list", "resourceTemplates uriTemplate",
          "prompts/list", "prompts name");

  private Pages() {}

  /** The lists that the server declared. */
  static List<String> declared(Talk talk) {
    return LISTS.keySet().stream()
        .filter(method -> talk.declares(method.substring(0, method.indexOf('/'))))
        .sorted()
        .toList();
  }

  static Reply page(Talk talk, String method, String cursor) {
    String params = cursor == null ? "{}" : Json.object("{}").put("cursor", cursor).toString();
    return talk.ask(method, params);
  }

  static List<String> names(String method, Reply page) {
    String[] fields = LISTS.get(method).split(" ", -1);
    List<String> names = new ArrayList<>();
    page.result().path(fields[0]).forEach(entry -> names.add(entry.path(fields[1]).asText()));
    return names;
  }

  static String next(Reply page) {
    JsonNode cursor = page.result().path("nextCursor");
    return cursor.isTextual() ? cursor.asText() : null;
  }

  /** The method of a list that has more than one page. */
  static String paged(Probe probe, Talk talk) {
    for (String method : declared(talk)) {
      if (next(page(talk, method, null)) != null) {
        return method;
      }
    }
    throw new NotApplicable("no list has more than one page");
  }

  /** The method of some list. */
  static String any(Talk talk) {
    return declared(talk).stream()
        .findFirst()
        .orElseThrow(() -> new NotApplicable("the server declared nothing that it lists"));
  }
}
