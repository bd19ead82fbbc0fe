package io.everythingmcp.check.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header fields of a message in the order in which they were sent; names are case-insensitive.
 */
public record HeaderList(List<RecordedHeader> fields) {
  public static final HeaderList EMPTY = new HeaderList(List.of());

  public HeaderList {
    fields = List.copyOf(fields);
  }

  /** The value of the first field of this name. */
  public Optional<String> first(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(RecordedHeader::value)
        .findFirst();
  }

  public List<String> all(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(RecordedHeader::value)
        .toList();
  }

  public boolean has(String name) {
    return fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
  }

  /** This list with one more field at its end. */
  public HeaderList with(String name, String value) {
    List<RecordedHeader> all = new ArrayList<>(fields);
    all.add(new RecordedHeader(name, value));
    return new HeaderList(all);
  }
}
