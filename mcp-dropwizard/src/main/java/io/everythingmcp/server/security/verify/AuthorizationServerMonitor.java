package io.everythingmcp.server.security.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.outage.OutageLog;
import io.everythingmcp.server.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Monitors a separate authorization server: its availability and its metadata. While it is
 * unavailable no request waits for it; it is used again as soon as it recovers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414#section-3">RFC 8414, section 3</a>
 */
public final class AuthorizationServerMonitor {
  private static final Logger LOG = LoggerFactory.getLogger(AuthorizationServerMonitor.class);
  private static final int FAILURES = 3;
  private static final String NOT_YET = "it has not been checked yet";
  private static final List<String> DOCUMENTS =
      List.of("oauth-authorization-server", "openid-configuration");

  private final String issuer;
  private final AuthorizationServerHttpClient http;
  private final Duration interval;
  private final AtomicInteger failures = new AtomicInteger();
  private final OutageLog outage;
  private volatile JsonNode metadata;
  private volatile String problem = NOT_YET;
  private volatile long lastProbe;

  /**
   * Creates the monitor.
   *
   * @param issuer issuer URL
   * @param interval interval of checks while it is available
   */
  public AuthorizationServerMonitor(
      String issuer, AuthorizationServerHttpClient http, Duration interval) {
    this.issuer = issuer;
    this.http = http;
    this.interval = interval;
    this.outage = new OutageLog(LOG, "The authorization server " + issuer + " (AUTH_SERVER_URL)");
  }

  public String issuer() {
    return issuer;
  }

  /** Returns its metadata; empty while it is unavailable. */
  public Optional<JsonNode> metadata() {
    return problem == null ? Optional.ofNullable(metadata) : Optional.empty();
  }

  /** Returns the reason of its unavailability, if any. */
  public Optional<VerificationResult.Unavailable> unavailability() {
    String now = problem;
    return now == null ? Optional.empty() : Optional.of(unavailable(now));
  }

  VerificationResult.Unavailable unavailable(String why) {
    return new VerificationResult.Unavailable(
        issuer,
        "The authorization server "
            + issuer
            + " (AUTH_SERVER_URL) is unavailable: "
            + why
            + ". It is retried; no restart is required.");
  }

  /** Checks its availability if the interval has passed; called frequently. May block. */
  public void probeIfDue() {
    if (problem != null || System.nanoTime() - lastProbe >= interval.toNanos()) {
      probe();
    }
  }

  /** Checks its availability. May block. */
  public void probe() {
    lastProbe = System.nanoTime();
    try {
      metadata = fetch();
      failures.set(0);
      outage.onSuccess();
      problem = null;
    } catch (IOException e) {
      notice(e.getMessage());
    }
  }

  private void notice(String why) {
    outage.onFailure(why);
    problem = why;
  }

  /** Records a failed request; after several in a row the server counts as unavailable. */
  void failed(String why) {
    if (failures.incrementAndGet() >= FAILURES) {
      notice(why);
    }
  }

  void onSuccess() {
    failures.set(0);
  }

  private JsonNode fetch() throws IOException {
    String last = "";
    for (URI document : documents()) {
      AuthorizationServerHttpClient.ServerResponse response = http.get(document);
      if (response.status() == 200) {
        return checked(response.body());
      }
      last = document + " returns " + response.status();
    }
    throw new IOException(last);
  }

  /** Returns the locations of its metadata, in the order of the specification. */
  private List<URI> documents() {
    URI base = URI.create(issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer);
    List<URI> places = new ArrayList<>();
    DOCUMENTS.forEach(name -> places.add(base.resolve("/.well-known/" + name + base.getRawPath())));
    if (!base.getRawPath().isEmpty()) {
      places.add(URI.create(base + "/.well-known/openid-configuration"));
    }
    return places;
  }

  private JsonNode checked(String body) throws IOException {
    JsonNode document;
    try {
      document = WireJson.read(body, JsonNode.class);
    } catch (RuntimeException e) {
      throw new IOException("its metadata are not JSON", e);
    }
    String named = document.path("issuer").asText();
    if (!TokenRules.same(issuer, named)) {
      throw new IOException("its metadata contain another issuer: " + named);
    }
    return document;
  }

  /**
   * Returns an endpoint from the metadata, or the default path of this project's authorization
   * server.
   */
  URI endpoint(String name, String defaultPath) {
    JsonNode known = metadata;
    String named = known == null ? "" : known.path(name).asText();
    return URI.create(named.isEmpty() ? issuer + defaultPath : named);
  }

  /** Its public keys. */
  public RemoteJwkSet keys() {
    return new RemoteJwkSet(http, () -> endpoint("jwks_uri", "/jwks"));
  }
}
