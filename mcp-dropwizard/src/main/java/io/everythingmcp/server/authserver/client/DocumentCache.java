package io.everythingmcp.server.authserver.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.oauth2.sdk.ErrorObject;
import io.everythingmcp.server.authserver.endpoint.LocalRateLimiter;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import io.everythingmcp.server.limit.OutboundCalls;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cache of client ID metadata documents, for the time that their servers allow and at most a day.
 * Failures are not cached; the number of requests per host and minute is limited, to protect other
 * servers.
 */
public final class DocumentCache implements ClientDocuments {
  private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int MOST = 1_000;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final Pattern MAX_AGE = Pattern.compile("\\bmax-age=\"?(\\d{1,9})");

  private final DocumentFetcher fetcher;
  private final LocalRateLimiter perHost;
  private final OutboundCalls calls;
  private final Cache<URI, Kept> cache =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfter(Expiry.writing((URI address, Kept kept) -> kept.life()))
          .build();

  private record Kept(String text, Duration life) {}

  /**
   * Creates a cache.
   *
   * @param fetcher fetches missing documents
   * @param perHost rate limit per host
   * @param calls limit of concurrent fetches
   */
  public DocumentCache(DocumentFetcher fetcher, LocalRateLimiter perHost, OutboundCalls calls) {
    this.fetcher = fetcher;
    this.perHost = perHost;
    this.calls = calls;
  }

  @Override
  public String get(URI address) throws OAuthException {
    Kept kept = cache.getIfPresent(address);
    if (kept != null) {
      return kept.text();
    }
    if (perHost.wait(address.getHost().toLowerCase(Locale.ROOT)).isPresent()) {
      throw new OAuthException(
          new ErrorObject("temporarily_unavailable", null, TOO_MANY_REQUESTS),
          "Limit of client ID metadata documents fetched from one host per minute reached",
          SpecificationReference.metadataDocument("6"));
    }
    DocumentFetcher.Fetched fetched = fetch(address);
    Duration life = life(fetched.cacheControl());
    if (!life.isZero()) {
      cache.put(address, new Kept(fetched.text(), life));
    }
    return fetched.text();
  }

  private DocumentFetcher.Fetched fetch(URI address) throws OAuthException {
    OutboundCalls.Slot slot =
        calls
            .begin()
            .orElseThrow(
                () ->
                    new OAuthException(
                        new ErrorObject("temporarily_unavailable", null, UNAVAILABLE),
                        "Limit of concurrent fetches of client ID metadata documents reached",
                        SpecificationReference.metadataDocument("6")));
    try {
      return fetcher.fetch(address);
    } finally {
      slot.close();
    }
  }

  /** Removes an invalid document. */
  void remove(URI address) {
    cache.invalidate(address);
  }

  static Duration life(String cacheControl) {
    String text = cacheControl == null ? "" : cacheControl.toLowerCase(Locale.ROOT);
    if (text.contains("no-store") || text.contains("no-cache")) {
      return Duration.ZERO;
    }
    Matcher age = MAX_AGE.matcher(text);
    Duration life =
        age.find() ? Duration.ofSeconds(Long.parseLong(age.group(1))) : DEFAULT_LIFETIME;
    return life.compareTo(LONGEST) > 0 ? LONGEST : life;
  }
}
