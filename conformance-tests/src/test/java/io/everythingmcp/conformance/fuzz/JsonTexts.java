package io.everythingmcp.conformance.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** JSON as bytes; the encoder permits unpaired surrogates, the decoder is strict. */
final class JsonTexts {
  /** Maximum nesting depth that the server reads. */
  private static final int DEPTH = 64;

  private static final JsonMapper WRITER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonTexts() {}

  static byte[] bytes(JsonNode tree) {
    try {
      return WRITER.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the tree if it is valid JSON in valid UTF-8. */
  static Optional<JsonNode> read(byte[] utf8) {
    try {
      // Not parsed as bytes: Jackson has another parser for these, which the server uses.
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      return Optional.ofNullable(STRICT.readTree(text)).filter(tree -> !tree.isMissingNode());
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  /** Removes the byte order mark of UTF-8, which a parser may ignore (RFC 8259, section 8.1). */
  static byte[] withoutByteOrderMark(byte[] utf8) {
    boolean marked =
        utf8.length >= 3
            && utf8[0] == (byte) 0xef
            && utf8[1] == (byte) 0xbb
            && utf8[2] == (byte) 0xbf;
    return marked ? Arrays.copyOfRange(utf8, 3, utf8.length) : utf8;
  }

  /** Returns whether a tree has an unpaired surrogate, which UTF-8 cannot encode. */
  static boolean hasUnpairedSurrogate(JsonNode tree) {
    return !StandardCharsets.UTF_8.newEncoder().canEncode(raw(tree));
  }

  private static String raw(JsonNode tree) {
    StringBuilder all = new StringBuilder(tree.asText());
    tree.properties().forEach(field -> all.append(field.getKey()).append(raw(field.getValue())));
    if (tree.isArray()) {
      tree.forEach(element -> all.append(raw(element)));
    }
    return all.toString();
  }
}
