package io.everythingmcp.openapi.document;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * JSON pointers and references that are pointers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 */
public final class JsonPointers {
  private JsonPointers() {}

  /** Joins reference tokens to a pointer. */
  public static String of(String... tokens) {
    StringBuilder pointer = new StringBuilder();
    for (String token : tokens) {
      pointer.append('/').append(token.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  /**
   * The pointer of a reference within the document ({@code #/components/schemas/Pet}).
   *
   * @throws UnsupportedOperationFeature for a reference to another document or to an anchor
   */
  public static JsonPointer ofReference(String reference) {
    if (!reference.startsWith("#/")) {
      throw new UnsupportedOperationFeature(
          "the reference \""
              + reference
              + "\" is not supported; references must be JSON pointers within the document, such as"
              + " #/components/schemas/Name. Bundle the documents into one");
    }
    return JsonPointer.compile(
        URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  /** The last token of a pointer. */
  public static String name(JsonPointer pointer) {
    return pointer.last().getMatchingProperty();
  }
}
