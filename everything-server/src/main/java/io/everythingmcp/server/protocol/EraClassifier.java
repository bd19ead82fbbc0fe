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
  /** The key of {@code _meta} by which a request claims a revision. */
  public static final String CLAIM = "io.modelcontextprotocol/protocolVersion";

  private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
  private static final Set<String> ONLY_STATELESS =
      Set.of("server/discover", "subscriptions/listen");

  private final Eras eras;
  private final List<String> supported;
  private final List<String> stateless;

  public EraClassifier(Eras eras) {
    this.eras = eras;
    this.supported = Revision.dates(r -> r.sessionful() ? eras.sessionful() : eras.stateless());
    this.stateless = Revision.dates(r -> !r.sessionful());
  }

  /** The verdict. Pure: the same request always gets the same one. */
  public Classification classify(Inbound in) {
    if (in.channel() == Inbound.Channel.HTTP_SSE) {
      return in.message() instanceof RpcMessage.Invalid invalid
          ? malformed(invalid)
          : Classification.SESSIONFUL;
    }
    if (in.verb() != Inbound.Verb.POST) {
      return eras.sessionful()
          ? Classification.SESSIONFUL
          : new Classification.Rejected(
              405, null, RpcError.invalidRequest("this endpoint takes POST only"));
    }
    RpcMessage message = in.message();
    if (message instanceof RpcMessage.Invalid invalid) {
      return malformed(invalid);
    }
    if (message instanceof RpcMessage.Batch batch) {
      return batch(batch, in);
    }
    if (message instanceof RpcMessage.Request request) {
      return request(request, in);
    }
    return withoutClaim(message, in);
  }

  private Classification malformed(RpcMessage.Invalid invalid) {
    return new Classification.Rejected(400, invalid.id(), invalid.error());
  }

  private Classification batch(RpcMessage.Batch batch, Inbound in) {
    boolean claims =
        batch.messages().stream()
            .anyMatch(m -> m instanceof RpcMessage.Request r && claim(r) != null);
    if (claims || namesStateless(in)) {
      return refuse(
          null,
          RpcError.invalidRequest(
              "revision 2026-07-28 has no batches; send one message per request"));
    }
    return sessionful(null, in);
  }

  private Classification request(RpcMessage.Request request, Inbound in) {
    JsonNode claim = claim(request);
    return claim == null ? unclaimed(request, in) : claimed(request, claim, in);
  }

  private Classification claimed(RpcMessage.Request request, JsonNode claim, Inbound in) {
    if (!eras.stateless()) {
      return legacyOnly(request.id(), claim.asText());
    }
    Optional<String> incomplete = incomplete(request);
    if (incomplete.isPresent()) {
      return refuse(request.id(), RpcError.invalidParams(incomplete.get()));
    }
    String version = claim.textValue();
    if (in.channel() == Inbound.Channel.STREAMABLE_HTTP) {
      String header = in.headers().first(Headers.PROTOCOL_VERSION);
      if (in.headers().all(Headers.PROTOCOL_VERSION).size() > 1 || !version.equals(header)) {
        return refuse(request.id(), RpcError.headerMismatch(versionMismatch(header, version)));
      }
    }
    Optional<Revision> revision = Revision.of(version);
    if (revision.isEmpty() || revision.get().sessionful()) {
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

  private Classification unclaimed(RpcMessage.Request request, Inbound in) {
    boolean initialize = request.method().equals("initialize");
    if (namesStateless(in) && eras.stateless()) {
      return initialize
          ? refuse(
              request.id(),
              RpcError.headerMismatch("initialize belongs to older revisions than the header's"))
          : refuse(request.id(), RpcError.invalidParams(incomplete(request).orElseThrow()));
    }
    boolean onlyStateless = ONLY_STATELESS.contains(request.method()) && in.session() == null;
    if (eras.stateless() && onlyStateless && in.headers().first(Headers.PROTOCOL_VERSION) == null) {
      return refuse(request.id(), RpcError.invalidParams(incomplete(request).orElseThrow()));
    }
    return initialize && eras.sessionful()
        ? Classification.SESSIONFUL
        : sessionful(request.id(), in);
  }

  private Classification withoutClaim(RpcMessage message, Inbound in) {
    if (namesStateless(in) && eras.stateless()) {
      return message instanceof RpcMessage.Response response
          ? refuse(
              response.id(),
              RpcError.invalidRequest(
                  "revision 2026-07-28 has no requests of the server to answer"))
          : Classification.STATELESS;
    }
    return sessionful(null, in);
  }

  private Classification sessionful(JsonNode id, Inbound in) {
    String header = in.headers().first(Headers.PROTOCOL_VERSION);
    if (!eras.sessionful()) {
      return refuse(id, RpcError.unsupportedVersion(header == null ? "none" : header, supported));
    }
    boolean known = header == null || Revision.of(header).filter(Revision::sessionful).isPresent();
    if (!known && eras.stateless()) {
      return refuse(id, RpcError.unsupportedVersion(header, supported));
    }
    return known ? Classification.SESSIONFUL : legacyOnly(id, header);
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

  private static Classification refuse(JsonNode id, RpcError error) {
    return new Classification.Rejected(400, id, error);
  }

  private static boolean namesStateless(Inbound in) {
    String header = in.headers().first(Headers.PROTOCOL_VERSION);
    return header != null && Revision.of(header).filter(r -> !r.sessionful()).isPresent();
  }

  private static JsonNode claim(RpcMessage.Request request) {
    return request.params().path("_meta").get(CLAIM);
  }

  private static Optional<String> incomplete(RpcMessage.Request request) {
    JsonNode meta = request.params().path("_meta");
    if (!meta.path(CLAIM).isTextual()) {
      return Optional.of(
          "params._meta[\""
              + CLAIM
              + "\"] must be a string: the protocol revision of this request");
    }
    if (!meta.path(CAPABILITIES).isObject()) {
      return Optional.of(
          "params._meta[\""
              + CAPABILITIES
              + "\"] must be an object: what the client can be asked for");
    }
    return Optional.empty();
  }
}
