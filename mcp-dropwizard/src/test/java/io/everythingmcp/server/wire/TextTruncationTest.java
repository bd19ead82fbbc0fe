package io.everythingmcp.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Truncated texts contain no split characters, and errors stay short. */
class TextTruncationTest {
  private static final String EMOJI = "\ud83d\ude00";

  @Test
  void noCharacterIsSplit() {
    for (int length = 0; length < 9; length++) {
      String cut = TextTruncation.beginning("a" + EMOJI + "b" + EMOJI + EMOJI, length);
      assertThat(cut.length()).isBetween(Math.max(0, length - 1), length);
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(cut)).as(cut).isTrue();
    }
    assertThat(TextTruncation.shortened("abc", 3)).isEqualTo("abc");
    assertThat(TextTruncation.shortened("a" + EMOJI, 2)).isEqualTo("a…");
  }

  @Test
  void errorQuoteIsTruncated() {
    String sent = EMOJI.repeat(100_000);
    RpcError error = new RpcError(-32602, "Unknown: " + sent, Map.of("uri", sent, "n", 7));
    assertThat(WireJson.bytes(RpcMessage.error(WireJson.tree(1), error)).length).isLessThan(20_000);
    assertThat(error.data())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("n", 7);
    assertThat(WireJson.bytes(RpcError.methodNotFound(sent)).length).isLessThan(10_000);
  }
}
