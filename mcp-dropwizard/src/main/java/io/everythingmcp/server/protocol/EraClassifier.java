package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Determines the era of a request, once. The body decides; headers are only checked against it.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/versioning">Versioning,
 *     serving several eras</a>
 */
public final class EraClassifier {
  /** Each message may cost as much as a request of its own. */
  private static final int MAX_BATCH = 100;

  private static final Set<String> ONLY_STATELESS =
      Set.of("server/discover", "subscriptions/listen");

  private final EnabledEras eras;
  private final List<String> supported;
  private final List<String> stateless;

  public EraClassifier(EnabledEras eras) {
    this.eras = eras;
    this.supported = eras.revisions();
    this.stateless = EnabledEras.STATELESS.revisions();
  }

  /** The verdict. Pure: the same request always gets the same one. */
  public EraClassification classify(IncomingMessage in) {
    RpcMessage message = in.message();
    if (in.httpMethod() != IncomingMessage.HttpMethod.POST) {
      return eras.stateful()
          ? EraClassification.STATEFUL
          : new EraClassification.Rejected(405, null, invalid("this endpoint accepts POST only"));
    }
    if (message instanceof RpcMessage.Invalid invalid) {
      return refuse(invalid.id(), invalid.error());
    }
    if (in.channel() == IncomingMessage.Channel.HTTP_SSE) {
      return isTooLong(message) ? tooLong() : EraClassification.STATEFUL;
    }
    List<String> versions = in.headers().distinct(RequestHeaders.PROTOCOL_VERSION);
    JsonNode id = message instanceof RpcMessage.Request request ? request.id() : null;
    if (versions.size() > 1) {
      return refuse(
          id,
          RpcError.headerMismatch(
              "MCP-Protocol-Version header is sent with different values: "
                  + String.join(", ", versions)));
    }
    String header = versions.isEmpty() ? null : versions.get(0);
    if (message instanceof RpcMessage.Request request) {
      JsonNode claim = RequestMetaEnvelope.claim(request);
      return claim == null
          ? unclaimed(request, in, header)
          : claimed(request, claim, in.channel(), header);
    }
    return message instanceof RpcMessage.Batch batch
        ? batch(batch, header)
        : single(message, in.channel(), header);
  }

  /** Classifies a JSON-RPC batch, which only revision 2025-03-26 supports. */
  private EraClassification batch(RpcMessage.Batch batch, String header) {
    boolean claims = batch.messages().stream().anyMatch(RequestMetaEnvelope::claims);
    if (claims || namesStateless(header) || !eras.stateful()) {
      return refuse(
          null, invalid("revision 2026-07-28 has no batches; send one message per request"));
    }
    return isTooLong(batch) ? tooLong() : stateful(null, header);
  }

  private static boolean isTooLong(RpcMessage message) {
    return message instanceof RpcMessage.Batch batch && batch.messages().size() > MAX_BATCH;
  }

  private static EraClassification tooLong() {
    return refuse(null, invalid("a batch may have " + MAX_BATCH + " messages"));
  }

  private EraClassification claimed(
      RpcMessage.Request request, JsonNode claim, IncomingMessage.Channel channel, String header) {
    if (!eras.stateless()) {
      return legacyOnly(request.id(), claim.asText());
    }
    Optional<String> incomplete = RequestMetaEnvelope.violation(request);
    if (incomplete.isPresent()) {
      return refuse(request.id(), RpcError.invalidParams(incomplete.get()));
    }
    String version = claim.textValue();
    if (channel == IncomingMessage.Channel.STREAMABLE_HTTP && !version.equals(header)) {
      return refuse(request.id(), RpcError.headerMismatch(versionMismatch(header, version)));
    }
    Optional<ProtocolRevision> revision = ProtocolRevision.of(version);
    if (revision.isEmpty() || revision.get().stateful()) {
      // The requested revision is not available on this transport; the error must not suggest a
      // retry with it.
      List<String> versions = revision.isPresent() ? stateless : supported;
      return refuse(request.id(), RpcError.unsupportedVersion(version, versions));
    }
    return EraClassification.STATELESS;
  }

  private static String versionMismatch(String header, String version) {
    return "MCP-Protocol-Version header "
        + (header == null ? "is missing" : "value '" + header + "'")
        + " but _meta contains '"
        + version
        + "'; both must be present and equal";
  }

  private EraClassification unclaimed(
      RpcMessage.Request request, IncomingMessage in, String header) {
    boolean initialize = request.method().equals("initialize");
    if (namesStateless(header) && eras.stateless()) {
      return initialize
          ? refuse(
              request.id(),
              RpcError.headerMismatch("initialize is not defined in the revision of the header"))
          : incomplete(request);
    }
    if (initialize) {
      return eras.stateful() ? EraClassification.STATEFUL : tooOld(request);
    }
    boolean stray = ONLY_STATELESS.contains(request.method()) && in.session() == null;
    return header == null && eras.stateless() && (stray || !eras.stateful())
        ? incomplete(request)
        : stateful(request.id(), header);
  }

  private static EraClassification incomplete(RpcMessage.Request request) {
    return refuse(
        request.id(), RpcError.invalidParams(RequestMetaEnvelope.violation(request).orElseThrow()));
  }

  private EraClassification tooOld(RpcMessage.Request initialize) {
    String wanted = initialize.params().path("protocolVersion").asText("none");
    return refuse(initialize.id(), RpcError.unsupportedVersion(wanted, supported));
  }

  /** Classifies a notification or response, which contains no revision. */
  private EraClassification single(
      RpcMessage message, IncomingMessage.Channel channel, String header) {
    boolean response = message instanceof RpcMessage.Response;
    if (response && eras.stateless() && (namesStateless(header) || !eras.stateful())) {
      return refuse(
          null, invalid("revision 2026-07-28 has no server-to-client requests to respond to"));
    }
    if (!response && channel == IncomingMessage.Channel.STDIO && eras == EnabledEras.BOTH) {
      return EraClassification.EITHER;
    }
    boolean modern = header == null ? !eras.stateful() : namesStateless(header);
    return !response && modern && eras.stateless()
        ? EraClassification.STATELESS
        : stateful(null, header);
  }

  private EraClassification stateful(JsonNode id, String header) {
    if (!eras.stateful()) {
      return refuse(id, RpcError.unsupportedVersion(header, supported));
    }
    boolean known =
        header == null
            || ProtocolRevision.of(header).filter(ProtocolRevision::stateful).isPresent();
    if (!known && eras.stateless()) {
      return refuse(id, RpcError.unsupportedVersion(header, supported));
    }
    return known ? EraClassification.STATEFUL : legacyOnly(id, header);
  }

  /**
   * Creates an error that a client of both eras interprets as that of a legacy server, so that it
   * falls back to {@code initialize}.
   */
  private EraClassification legacyOnly(JsonNode id, String version) {
    return refuse(
        id,
        new RpcError(
            RpcError.SERVER_ERROR,
            "Bad Request: Unsupported protocol version "
                + version
                + " (supported: "
                + String.join(", ", supported)
                + ")",
            null));
  }

  private static RpcError invalid(String detail) {
    return RpcError.invalidRequest(detail);
  }

  private static EraClassification refuse(JsonNode id, RpcError error) {
    return new EraClassification.Rejected(400, id, error);
  }

  private static boolean namesStateless(String header) {
    return header != null && ProtocolRevision.of(header).filter(r -> !r.stateful()).isPresent();
  }
}
