package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.wire.Revision;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides, once and for all, which era a request belongs to. The body decides, headers are only
 * checked against it.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/versioning">Versioning,
 *     serving several eras</a>
 */
public final class EraClassifier {
  private static final Set<String> ONLY_STATELESS =
      Set.of("server/discover", "subscriptions/listen");

  private final Eras eras;
  private final List<String> supported;
  private final List<String> stateless;

  public EraClassifier(Eras eras) {
    this.eras = eras;
    this.supported = eras.revisions();
    this.stateless = Eras.STATELESS.revisions();
  }

  /** The verdict. Pure: the same request always gets the same one. */
  public Classification classify(Inbound in) {
    RpcMessage message = in.message();
    if (in.verb() != Inbound.Verb.POST) {
      return eras.stateful()
          ? Classification.STATEFUL
          : new Classification.Rejected(405, null, invalid("this endpoint takes POST only"));
    }
    if (message instanceof RpcMessage.Invalid invalid) {
      return refuse(invalid.id(), invalid.error());
    }
    if (in.channel() == Inbound.Channel.HTTP_SSE) {
      return Classification.STATEFUL;
    }
    List<String> versions = in.headers().distinct(Headers.PROTOCOL_VERSION);
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
      JsonNode claim = Envelope.claim(request);
      return claim == null
          ? unclaimed(request, in, header)
          : claimed(request, claim, in.channel(), header);
    }
    return message instanceof RpcMessage.Batch batch
        ? batch(batch, header)
        : single(message, in.channel(), header);
  }

  /** Several messages at once, which only one of the older revisions knows. */
  private Classification batch(RpcMessage.Batch batch, String header) {
    boolean claims = batch.messages().stream().anyMatch(Envelope::claims);
    return claims || namesStateless(header) || !eras.stateful()
        ? refuse(null, invalid("revision 2026-07-28 has no batches; send one message per request"))
        : stateful(null, header);
  }

  private Classification claimed(
      RpcMessage.Request request, JsonNode claim, Inbound.Channel channel, String header) {
    if (!eras.stateless()) {
      return legacyOnly(request.id(), claim.asText());
    }
    Optional<String> incomplete = Envelope.violation(request);
    if (incomplete.isPresent()) {
      return refuse(request.id(), RpcError.invalidParams(incomplete.get()));
    }
    String version = claim.textValue();
    if (channel == Inbound.Channel.STREAMABLE_HTTP && !version.equals(header)) {
      return refuse(request.id(), RpcError.headerMismatch(versionMismatch(header, version)));
    }
    Optional<Revision> revision = Revision.of(version);
    if (revision.isEmpty() || revision.get().stateful()) {
      // An older revision cannot be spoken this way: whoever tries must not be told to try again.
      List<String> offer = revision.isPresent() ? stateless : supported;
      return refuse(request.id(), RpcError.unsupportedVersion(version, offer));
    }
    return Classification.STATELESS;
  }

  private static String versionMismatch(String header, String version) {
    return "MCP-Protocol-Version header "
        + (header == null ? "is missing" : "value '" + header + "'")
        + " but _meta says '"
        + version
        + "'; both must be present and equal";
  }

  private Classification unclaimed(RpcMessage.Request request, Inbound in, String header) {
    boolean initialize = request.method().equals("initialize");
    if (namesStateless(header) && eras.stateless()) {
      return initialize
          ? refuse(
              request.id(),
              RpcError.headerMismatch("initialize belongs to older revisions than the header's"))
          : incomplete(request);
    }
    if (initialize) {
      return eras.stateful() ? Classification.STATEFUL : tooOld(request);
    }
    boolean stray = ONLY_STATELESS.contains(request.method()) && in.session() == null;
    return header == null && eras.stateless() && (stray || !eras.stateful())
        ? incomplete(request)
        : stateful(request.id(), header);
  }

  private static Classification incomplete(RpcMessage.Request request) {
    return refuse(request.id(), RpcError.invalidParams(Envelope.violation(request).orElseThrow()));
  }

  private Classification tooOld(RpcMessage.Request initialize) {
    String wanted = initialize.params().path("protocolVersion").asText("none");
    return refuse(initialize.id(), RpcError.unsupportedVersion(wanted, supported));
  }

  /** A notification or a response: nothing in it says which revision it belongs to. */
  private Classification single(RpcMessage message, Inbound.Channel channel, String header) {
    boolean response = message instanceof RpcMessage.Response;
    if (response && eras.stateless() && (namesStateless(header) || !eras.stateful())) {
      return refuse(null, invalid("revision 2026-07-28 has no requests of the server to answer"));
    }
    if (!response && channel == Inbound.Channel.STDIO && eras == Eras.BOTH) {
      return Classification.EITHER;
    }
    boolean modern = header == null ? !eras.stateful() : namesStateless(header);
    return !response && modern && eras.stateless()
        ? Classification.STATELESS
        : stateful(null, header);
  }

  private Classification stateful(JsonNode id, String header) {
    if (!eras.stateful()) {
      return refuse(id, RpcError.unsupportedVersion(header, supported));
    }
    boolean known = header == null || Revision.of(header).filter(Revision::stateful).isPresent();
    if (!known && eras.stateless()) {
      return refuse(id, RpcError.unsupportedVersion(header, supported));
    }
    return known ? Classification.STATEFUL : legacyOnly(id, header);
  }

  /**
   * Says no in a way that a client of both eras takes for an old server, so that it falls back to
   * {@code initialize}.
   */
  private Classification legacyOnly(JsonNode id, String version) {
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

  private static Classification refuse(JsonNode id, RpcError error) {
    return new Classification.Rejected(400, id, error);
  }

  private static boolean namesStateless(String header) {
    return header != null && Revision.of(header).filter(r -> !r.stateful()).isPresent();
  }
}
