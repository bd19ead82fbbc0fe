package io.everythingmcp.openapi;

import io.everythingmcp.openapi.document.ImportErrors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which operations are imported. */
final class OperationSelection {
  private final Set<String> methods = new TreeSet<>();
  private final Set<String> tags = new TreeSet<>();
  private final Set<String> operationIds = new TreeSet<>();
  private Predicate<OpenApiOperation> condition = operation -> true;

  void methods(List<String> more) {
    more.forEach(method -> methods.add(method.toUpperCase(Locale.ROOT)));
  }

  void tags(List<String> more) {
    tags.addAll(more);
  }

  void operationIds(List<String> more) {
    operationIds.addAll(more);
  }

  void condition(Predicate<OpenApiOperation> more) {
    condition = condition.and(more);
  }

  /** Without methods and ids only safe operations are selected. */
  boolean selects(OpenApiOperation operation) {
    boolean method =
        methods.isEmpty()
            ? operation.isSafe() || !operationIds.isEmpty()
            : methods.contains(operation.method());
    return method
        && (operationIds.isEmpty()
            || operation.operationId().filter(operationIds::contains).isPresent())
        && (tags.isEmpty() || operation.tags().stream().anyMatch(tags::contains))
        && condition.test(operation);
  }

  /** Reports ids and tags that no operation has. */
  void check(List<OpenApiOperation> all, ImportErrors errors) {
    List<String> ids = all.stream().flatMap(o -> o.operationId().stream()).toList();
    List<String> known = all.stream().flatMap(o -> o.tags().stream()).toList();
    absent(operationIds, ids, "operationId", errors);
    absent(tags, known, "tag", errors);
    if (all.stream().noneMatch(this::selects)) {
      errors.add(
          "/paths",
          "none of "
              + all.size()
              + " operations is selected; expected one at least. By default only GET and HEAD are"
              + " selected, see methods(…)");
    }
  }

  private static void absent(
      Set<String> wanted, Collection<String> known, String kind, ImportErrors errors) {
    List<String> absent = new ArrayList<>(wanted);
    absent.removeAll(known);
    if (!absent.isEmpty()) {
      errors.add(
          "/paths",
          "no operation has the "
              + kind
              + " \""
              + String.join("\", \"", absent)
              + "\"; expected one of "
              + known.stream().distinct().limit(20).collect(Collectors.joining(", ")));
    }
  }
}
