package io.everythingmcp.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.wire.RpcMessage;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The length of a batch is checked by the classifier, before any of its requests is resolved. */
class BatchLengthTest {
  @ParameterizedTest
  @EnumSource(IncomingMessage.Channel.class)
  void longBatchIsRejectedBeforeItsRequestsAreResolved(IncomingMessage.Channel channel) {
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{}}";
    EraClassifier classifier = new EraClassifier(EnabledEras.BOTH);
    assertThat(classifier.classify(batch(channel, Collections.nCopies(100, ping))))
        .isEqualTo(EraClassification.STATEFUL);
    IncomingMessage tooLong = batch(channel, Collections.nCopies(101, ping));
    assertThat(classifier.classify(tooLong))
        .isInstanceOfSatisfying(
            EraClassification.Rejected.class,
            rejected -> {
              assertThat(rejected.status()).isEqualTo(400);
              assertThat(rejected.id()).isNull();
              assertThat(rejected.error().code()).isEqualTo(-32600);
              assertThat(rejected.error().message()).contains("100 messages");
            });
  }

  private static IncomingMessage batch(IncomingMessage.Channel channel, List<String> messages) {
    String body = "[" + String.join(",", messages) + "]";
    return new IncomingMessage(
        channel,
        IncomingMessage.HttpMethod.POST,
        RequestHeaders.NONE,
        "s",
        RpcMessage.parse(body.getBytes(StandardCharsets.UTF_8)),
        CallerIdentity.anonymous("none"));
  }
}
