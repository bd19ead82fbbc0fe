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
 * Keeps an eye on an authorization server that is another process: whether it is there, and what it
 * says about itself. While it is away nobody waits for it; as soon as it is back, all goes on.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414#section-3">RFC 8414, section 3</a>
 */
public final class AuthorizationServerMonitor {
  private static final Logger LOG = LoggerFactory.getLogger(AuthorizationServerMonitor.class);
  private static final int FAILURES = 3;
  private static final String NOT_YET = "it has not been looked for yet";
  private static final List<String> DOCUMENTS =
      List.of("oauth-authorization-server", "openid-configuration");

  private final String issuer;
  private final AuthorizationServerHttpClient http;
  private final Duration interval;
  private final AtomicInteger failures = new AtomicInteger();
  private final OutageLog outage;
  private volatile JsonNode metadata;
  private volatile String problem = NOT_YET;
  private volatile long probed;

  /**
   * A watch.
   *
   * @param issuer where it is
   * @param interval how often it is asked for a sign of life while all is well
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

  /** What it says about itself; nothing while it is away. */
  public Optional<JsonNode> metadata() {
    return problem == null ? Optional.ofNullable(metadata) : Optional.empty();
  }

  /** That it is away, if it is. */
  public Optional<VerificationResult.Unavailable> away() {
    String now = problem;
    return now == null ? Optional.empty() : Optional.of(unavailable(now));
  }

  VerificationResult.Unavailable unavailable(String why) {
    return new VerificationResult.Unavailable(
        issuer,
        "The authorization server "
            + issuer
            + " (AUTH_SERVER_URL) does not do its part: "
            + why
            + ". It will be tried again; nothing needs a restart here.");
  }

  /** Looks whether it is there, if it is time to; to be called often. May wait. */
  public void lookNowAndThen() {
    if (problem != null || System.nanoTime() - probed >= interval.toNanos()) {
      look();
    }
  }

  /** Looks whether it is there. May wait. */
  public void look() {
    probed = System.nanoTime();
    try {
      metadata = fetch();
      failures.set(0);
      outage.worked();
      problem = null;
    } catch (IOException e) {
      notice(e.getMessage());
    }
  }

  private void notice(String why) {
    outage.failed(why);
    problem = why;
  }

  /** Something else that was asked of it failed: too often in a row, and it counts as away. */
  void failed(String why) {
    if (failures.incrementAndGet() >= FAILURES) {
      notice(why);
    }
  }

  void worked() {
    failures.set(0);
  }

  private JsonNode fetch() throws IOException {
    String last = "";
    for (URI document : documents()) {
      AuthorizationServerHttpClient.Answer answer = http.get(document);
      if (answer.status() == 200) {
        return checked(answer.body());
      }
      last = document + " answers " + answer.status();
    }
    throw new IOException(last);
  }

  /** All places where its metadata may be, in the order of the specification. */
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
      throw new IOException("its metadata are no JSON", e);
    }
    String named = document.path("issuer").asText();
    if (!TokenRules.same(issuer, named)) {
      throw new IOException("its metadata name another issuer: " + named);
    }
    return document;
  }

  /** Where it does something: as its metadata say, or as this project's own one has it. */
  URI endpoint(String name, String usual) {
    JsonNode known = metadata;
    String named = known == null ? "" : known.path(name).asText();
    return URI.create(named.isEmpty() ? issuer + usual : named);
  }

  /** Its public keys. */
  public RemoteJwkSet keys() {
    return new RemoteJwkSet(http, () -> endpoint("jwks_uri", "/jwks"));
  }
}
