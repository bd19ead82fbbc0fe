package io.everythingmcp.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Response of the client to one {@link InputRequest}. Values of unexpected types are treated as
 * missing.
 *
 * @param result the result, unchanged; empty if the client returned an error
 * @param error message of the client's error, or null
 */
public record InputResponse(Map<String, Object> result, @Nullable String error) {

  /** {@return whether the client returned an error instead of a result} */
  public boolean hasError() {
    return error != null;
  }

  /** {@return the action of an elicitation: {@code accept}, {@code decline} or {@code cancel}} */
  public String action() {
    return Objects.toString(result.get("action"), "cancel");
  }

  /** {@return whether the user accepted the elicitation} */
  @JsonIgnore
  public boolean isAccepted() {
    return !hasError() && "accept".equals(action());
  }

  /** {@return the submitted fields of a form mode elicitation; empty if there are none} */
  @SuppressWarnings("unchecked")
  public Map<String, Object> content() {
    return result.get("content") instanceof Map<?, ?> content
        ? (Map<String, Object>) content
        : Map.of();
  }

  /**
   * {@return the texts of a sampling result, joined by line feeds; the content may be one block or
   * several}
   */
  public String text() {
    return contentBlocks().stream()
        .filter(block -> block.get("text") != null)
        .map(block -> block.get("text").toString())
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  /** {@return the content blocks of a sampling result} */
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

  /** {@return the root directories of a roots result} */
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
