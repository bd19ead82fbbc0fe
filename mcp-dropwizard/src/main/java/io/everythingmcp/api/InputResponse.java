package io.everythingmcp.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the client answered to one question, read leniently: clients are foreign programs.
 *
 * @param result the result as it came; empty when the client answered with an error
 * @param error why the client did not answer, or null
 */
public record InputResponse(Map<String, Object> result, String error) {

  /** Whether the client answered with an error instead of a result. */
  public boolean hasError() {
    return error != null;
  }

  /** For forms and pages: {@code accept}, {@code decline} or {@code cancel}. */
  public String action() {
    return Objects.toString(result.get("action"), "cancel");
  }

  /** For forms and pages: whether the user agreed. */
  @JsonIgnore
  public boolean isAccepted() {
    return !hasError() && "accept".equals(action());
  }

  /** For forms: the fields that were filled in. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> content() {
    return result.get("content") instanceof Map<?, ?> content
        ? (Map<String, Object>) content
        : Map.of();
  }

  /** For samples: the texts of the answer, one per line; content may be one block or several. */
  public String text() {
    return contentBlocks().stream()
        .filter(block -> block.get("text") != null)
        .map(block -> block.get("text").toString())
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  /** For samples: the content blocks of the answer. */
  @SuppressWarnings("unchecked")
  public List<Map<String, Object>> contentBlocks() {
    Object content = result.get("content");
    List<?> blocks =
        content instanceof List<?> several
            ? several
            : content == null ? List.of() : List.of(content);
    return blocks.stream()
        .filter(Map.class::isInstance)
        .map(block -> (Map<String, Object>) block)
        .toList();
  }

  /** For roots: the folders. */
  @SuppressWarnings("unchecked")
  public List<Map<String, Object>> roots() {
    return result.get("roots") instanceof List<?> roots
        ? roots.stream()
            .filter(Map.class::isInstance)
            .map(root -> (Map<String, Object>) root)
            .toList()
        : List.of();
  }
}
