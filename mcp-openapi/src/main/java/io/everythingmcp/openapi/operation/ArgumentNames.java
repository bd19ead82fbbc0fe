package io.everythingmcp.openapi.operation;

import io.everythingmcp.openapi.document.UnsupportedOperationFeature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of arguments. A parameter keeps its name, with characters that clients do not accept in
 * names of arguments replaced; parameters of different locations with the same name begin with
 * their location.
 */
final class ArgumentNames {
  private ArgumentNames() {}

  /** A parameter, or the request body. */
  record Wanted(String location, String name) {
    String plain() {
      // Parameters such as "Date<" and "Date>" are common in filters.
      String words = name.replace("<", "_lt").replace(">", "_gt").replace("=", "_eq");
      String valid = words.replaceAll("[^A-Za-z0-9_.-]+", "_").replaceAll("^_+|_+$", "");
      return valid.isEmpty() ? location.toLowerCase(Locale.ROOT) : valid;
    }

    String qualified() {
      return location.toLowerCase(Locale.ROOT) + "_" + plain();
    }
  }

  /** One name for each, in the same order. */
  static List<String> of(List<Wanted> all) {
    Set<String> once = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (Wanted wanted : all) {
      if (!once.add(wanted.plain())) {
        repeated.add(wanted.plain());
      }
    }
    List<String> names = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (Wanted wanted : all) {
      String name = repeated.contains(wanted.plain()) ? wanted.qualified() : wanted.plain();
      if (!used.add(name)) {
        throw new UnsupportedOperationFeature(
            "two parameters would be the argument \""
                + name
                + "\"; expected parameters whose names differ by location, letters or digits");
      }
      names.add(name);
    }
    return names;
  }
}
