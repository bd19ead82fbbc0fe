package io.everythingmcp.check.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.check.journal.RecordedEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events are parsed regardless of how they are split into chunks. */
class EventReaderTest {
  private static final String STREAM =
      "id: 7\nretry: 500\ndata: \n\nevent: message\ndata: {\"a\":\ndata: \"ä€😀\"}\n\n: beat\n\n";

  private static List<RecordedEvent> read(String text, int piece) {
    EventReader reader = new EventReader();
    List<RecordedEvent> events = new ArrayList<>();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i += piece) {
      events.addAll(reader.read(ByteBuffer.wrap(bytes, i, Math.min(piece, bytes.length - i)), 42));
    }
    return events;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 1000})
  void chunkingDoesNotMatter(int piece) {
    assertThat(read(STREAM, piece))
        .containsExactly(
            new RecordedEvent(42, null, "7", 500, "", null),
            new RecordedEvent(42, "message", null, null, "{\"a\":\n\"ä€😀\"}", null),
            new RecordedEvent(42, null, null, null, null, "beat"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r"})
  void allLineEndsAreRead(String end) {
    assertThat(read(STREAM.replace("\n", end), 1000)).hasSize(3);
  }

  @Test
  void incompleteEventIsNotReturned() {
    assertThat(read("data: 1\n\ndata: 2\n", 1000)).hasSize(1);
  }
}
