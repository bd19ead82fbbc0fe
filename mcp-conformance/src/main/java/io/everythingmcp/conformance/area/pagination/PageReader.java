package io.everythingmcp.conformance.area.pagination;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.scenario.NotApplicableException;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists, page by page. */
final class PageReader {
  /** The lists, and the field that identifies their entries. */
  static final Map<String, String> LISTS =
      Map.of(
          "tools/list", "tools name",
          "resources/list", "resources uri",
          "resources/templates/list", "resourceTemplates uriTemplate",
          "prompts/list", "prompts name");

  private PageReader() {}

  /** The lists that the server declared. */
  static List<String> declared(SuiteClient talk) {
    return LISTS.keySet().stream()
        .filter(method -> talk.declares(method.substring(0, method.indexOf('/'))))
        .sorted()
        .toList();
  }

  static McpResponse page(SuiteClient talk, String method, String cursor) {
    String params = cursor == null ? "{}" : JsonTrees.object("{}").put("cursor", cursor).toString();
    return talk.callMethod(method, params);
  }

  static List<String> names(String method, McpResponse page) {
    String[] fields = LISTS.get(method).split(" ", -1);
    List<String> names = new ArrayList<>();
    page.result().path(fields[0]).forEach(entry -> names.add(entry.path(fields[1]).asText()));
    return names;
  }

  static String next(McpResponse page) {
    JsonNode cursor = page.result().path("nextCursor");
    return cursor.isTextual() ? cursor.asText() : null;
  }

  /** The method of a list that has more than one page. */
  static String paged(ScenarioContext probe, SuiteClient talk) {
    for (String method : declared(talk)) {
      if (next(page(talk, method, null)) != null) {
        return method;
      }
    }
    throw new NotApplicableException("no list has more than one page");
  }

  /** The method of some list. */
  static String any(SuiteClient talk) {
    return declared(talk).stream()
        .findFirst()
        .orElseThrow(() -> new NotApplicableException("the server declared nothing that it lists"));
  }
}
