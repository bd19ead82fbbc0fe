package io.everythingmcp.server.protocol;

import static io.everythingmcp.server.protocol.EraMessages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules that classify the era of a request, row by row, including conflicts between two rows.
 */
class EraClassifierTest {
  private static final String NONE = "-";

  /** Rows: the message, the header, and the classification or the code of the error. */
  @ParameterizedTest(name = "{0} with header {1}: {2}")
  @CsvSource({
    // Invalid JSON has no era.
    "no-json, -, -32700",
    "no-json, 2026-07-28, -32700",
    "no-rpc, -, -32600",
    "scalar, 2026-07-28, -32600",
    "batch-empty, -, -32600",
    // The metadata of the request decides for every method.
    "claim, 2026-07-28, stateless",
    "claim-initialize, 2026-07-28, stateless",
    // Incomplete metadata of the stateless era never makes a request stateful.
    "claim-number, 2026-07-28, -32602",
    "claim-null, 2026-07-28, -32602",
    "claim-null, -, -32602",
    "claim-without-capabilities, 2026-07-28, -32602",
    "claim-capabilities-array, 2026-07-28, -32602",
    // Incomplete metadata has precedence over a mismatch and an unsupported version.
    "claim-without-capabilities, 2025-11-25, -32602",
    "claim-unknown-without-capabilities, 2099-01-01, -32602",
    // The header must match; a mismatch has precedence over an unsupported version.
    "claim, -, -32020",
    "claim, 2025-11-25, -32020",
    "claim, 2099-01-01, -32020",
    "claim-unknown, 2026-07-28, -32020",
    "claim-unknown, -, -32020",
    "claim-old, 2026-07-28, -32020",
    // Both match, but the version does not have this form.
    "claim-unknown, 2099-01-01, -32022",
    "claim-old, 2025-11-25, -32022",
    // A header without metadata.
    "plain, 2026-07-28, -32602",
    "discover, 2026-07-28, -32602",
    "initialize, 2026-07-28, -32020",
    "plain, 2099-01-01, -32022",
    // Neither: a stateful request.
    "plain, -, stateful",
    "plain, 2025-11-25, stateful",
    "plain, 2024-11-05, stateful",
    "initialize, -, stateful",
    "initialize, 2025-03-26, stateful",
    "initialize, 2099-01-01, stateful",
    // Methods of the stateless era only.
    "discover, -, -32602",
    "listen, -, -32602",
    "discover, 2025-11-25, stateful",
    // Several conditions.
    "batch, -, stateful",
    "batch, 2025-03-26, stateful",
    "batch, 2026-07-28, -32600",
    "batch, 2099-01-01, -32022",
    "batch-claim, -, -32600",
    "batch-claim, 2025-03-26, -32600",
    "batch-claim, 2026-07-28, -32600",
    // Notifications and responses: the header decides.
    "notification, -, stateful",
    "notification, 2025-11-25, stateful",
    "notification, 2026-07-28, stateless",
    "notification, 2099-01-01, -32022",
    "response, -, stateful",
    "response, 2025-06-18, stateful",
    "response, 2026-07-28, -32600",
    "response, 2099-01-01, -32022",
  })
  void bothErasAreEnabled(String body, String header, String verdict) {
    assertThat(verdict(EnabledEras.BOTH, post(body, header, null))).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "only sessions: {0} with header {1}: {2}")
  @CsvSource({
    // The error for a later revision must differ from that of a server of that revision.
    "claim, 2026-07-28, -32000",
    "claim, -, -32000",
    "claim-number, 2026-07-28, -32000",
    "plain, 2026-07-28, -32000",
    "discover, 2026-07-28, -32000",
    "plain, 2099-01-01, -32000",
    "notification, 2026-07-28, -32000",
    "response, 2026-07-28, -32000",
    "batch-claim, 2026-07-28, -32600",
    "initialize, 2026-07-28, stateful",
    "initialize, -, stateful",
    "plain, 2025-11-25, stateful",
    "discover, -, stateful",
    "batch, -, stateful",
    "notification, -, stateful",
    "response, -, stateful",
  })
  void onlyStatefulEraIsEnabled(String body, String header, String verdict) {
    assertThat(verdict(EnabledEras.STATEFUL, post(body, header, null))).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "no sessions: {0} with header {1}: {2}")
  @CsvSource({
    "claim, 2026-07-28, stateless",
    "claim-unknown, 2099-01-01, -32022",
    "initialize, -, -32022",
    "initialize, 2025-11-25, -32022",
    "initialize, 2026-07-28, -32020",
    "plain, -, -32602",
    "plain, 2026-07-28, -32602",
    "plain, 2025-11-25, -32022",
    "batch, -, -32600",
    "batch, 2025-03-26, -32600",
    "notification, -, stateless",
    "notification, 2026-07-28, stateless",
    "notification, 2025-11-25, -32022",
    "response, -, -32600",
    "response, 2026-07-28, -32600",
  })
  void onlyStatelessEraIsEnabled(String body, String header, String verdict) {
    assertThat(verdict(EnabledEras.STATELESS, post(body, header, null))).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "stray session id: {0} with header {1}: {2}")
  @CsvSource({
    "claim, 2026-07-28, stateless",
    "notification, 2026-07-28, stateless",
    "plain, 2026-07-28, -32602",
    "discover, -, stateful",
    "plain, -, stateful",
  })
  void sessionIdIsIgnored(String body, String header, String verdict) {
    assertThat(verdict(EnabledEras.BOTH, post(body, header, "some-session"))).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "stdio: {0}: {1}")
  @CsvSource({
    "claim, stateless",
    "claim-initialize, stateless",
    "claim-old, -32022",
    "claim-without-capabilities, -32602",
    "initialize, stateful",
    "plain, stateful",
    "notification, either",
    "response, stateful",
    "batch, stateful",
  })
  void stdioHasNoHeaders(String body, String verdict) {
    IncomingMessage in =
        new IncomingMessage(
            IncomingMessage.Channel.STDIO,
            IncomingMessage.HttpMethod.POST,
            RequestHeaders.NONE,
            "the-process",
            message(body),
            CallerIdentity.anonymous("stdio"));
    assertThat(verdict(EnabledEras.BOTH, in)).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "HTTP+SSE: {0}: {1}")
  @CsvSource({"plain, stateful", "claim, stateful", "batch, stateful", "no-json, -32700"})
  void httpSseIsAlwaysStateful(String body, String verdict) {
    IncomingMessage in =
        new IncomingMessage(
            IncomingMessage.Channel.HTTP_SSE,
            IncomingMessage.HttpMethod.POST,
            RequestHeaders.of(Map.of("MCP-Protocol-Version", "2026-07-28")),
            "s",
            message(body),
            CallerIdentity.anonymous("none"));
    assertThat(verdict(EnabledEras.BOTH, in)).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "{0} where {1} are served: {2}")
  @CsvSource({
    "GET, BOTH, stateful",
    "DELETE, BOTH, stateful",
    "GET, STATEFUL, stateful",
    "GET, STATELESS, 405",
    "DELETE, STATELESS, 405",
  })
  void otherMethodsAreStatefulForAnyHeader(
      IncomingMessage.HttpMethod httpMethod, EnabledEras eras, String verdict) {
    EraClassification got =
        new EraClassifier(eras).classify(inbound(httpMethod, "2026-07-28", "s", null));
    assertThat(
            got instanceof EraClassification.Rejected rejected
                ? String.valueOf(rejected.status())
                : "stateful")
        .isEqualTo(verdict);
  }

  @Test
  void repeatedHeaderWithAnotherValueIsRejected() {
    RequestHeaders twice =
        name ->
            name.equalsIgnoreCase(RequestHeaders.PROTOCOL_VERSION)
                ? List.of("2026-07-28", "2025-11-25")
                : List.of();
    RequestHeaders same =
        name ->
            name.equalsIgnoreCase(RequestHeaders.PROTOCOL_VERSION)
                ? List.of("2026-07-28", " 2026-07-28")
                : List.of();
    assertThat(verdict(EnabledEras.BOTH, with(twice, "claim"))).isEqualTo("-32020");
    assertThat(verdict(EnabledEras.BOTH, with(twice, "plain"))).isEqualTo("-32020");
    assertThat(verdict(EnabledEras.BOTH, with(same, "claim"))).isEqualTo("stateless");
  }

  private static IncomingMessage with(RequestHeaders headers, String body) {
    return new IncomingMessage(
        IncomingMessage.Channel.STREAMABLE_HTTP,
        IncomingMessage.HttpMethod.POST,
        headers,
        null,
        message(body),
        CallerIdentity.anonymous("none"));
  }

  @Test
  void unsupportedVersionListsSupportedOnes() {
    assertThat(WireJson.tree(rejected("claim-unknown", "2099-01-01", EnabledEras.BOTH).data()))
        .isEqualTo(
            WireJson.tree(
                Map.of(
                    "supported",
                    List.of("2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"),
                    "requested",
                    "2099-01-01")));
    assertThat(
            WireJson.tree(rejected("claim-old", "2025-11-25", EnabledEras.BOTH).data())
                .path("supported"))
        .as("an earlier revision cannot be used with request metadata, so it must not be listed")
        .isEqualTo(WireJson.tree(List.of("2026-07-28")));
    assertThat(WireJson.tree(rejected("initialize", NONE, EnabledEras.STATELESS).data()))
        .isEqualTo(
            WireJson.tree(Map.of("supported", List.of("2026-07-28"), "requested", "2025-11-25")));
    assertThat(rejected("claim", "2026-07-28", EnabledEras.STATEFUL).message())
        .contains("Unsupported protocol version 2026-07-28")
        .contains("2025-11-25, 2025-06-18, 2025-03-26, 2024-11-05");
  }

  @Test
  void errorHasTheIdOfItsRequestOnly() {
    assertThat(refusal("claim", NONE).id()).isEqualTo(WireJson.tree(7));
    assertThat(refusal("no-rpc", NONE).id()).isEqualTo(WireJson.tree(7));
    assertThat(refusal("response", "2026-07-28").id()).isNull();
    assertThat(refusal("notification", "2099-01-01").id()).isNull();
    assertThat(refusal("batch", "2026-07-28").id()).isNull();
    assertThat(refusal("claim", NONE).status()).isEqualTo(400);
  }

  private static RpcError rejected(String body, String header, EnabledEras eras) {
    return ((EraClassification.Rejected) new EraClassifier(eras).classify(post(body, header, null)))
        .error();
  }

  private static EraClassification.Rejected refusal(String body, String header) {
    return (EraClassification.Rejected)
        new EraClassifier(EnabledEras.BOTH).classify(post(body, header, null));
  }

  private static String verdict(EnabledEras eras, IncomingMessage in) {
    EraClassification verdict = new EraClassifier(eras).classify(in);
    if (verdict instanceof EraClassification.Rejected rejected) {
      return String.valueOf(rejected.error().code());
    }
    return verdict.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  private static IncomingMessage post(String body, String header, String session) {
    return inbound(IncomingMessage.HttpMethod.POST, header, session, message(body));
  }

  private static IncomingMessage inbound(
      IncomingMessage.HttpMethod httpMethod, String header, String session, RpcMessage message) {
    return new IncomingMessage(
        IncomingMessage.Channel.STREAMABLE_HTTP,
        httpMethod,
        header.equals(NONE)
            ? RequestHeaders.NONE
            : RequestHeaders.of(Map.of("mcp-protocol-version", header)),
        session,
        message,
        CallerIdentity.anonymous("none"));
  }
}
