package io.everythingmcp.check.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.RecordedExchange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Observed authorization messages, each list in order.
 *
 * @param revision the latest that the client used, since logins contain none; or null
 */
public record AuthorizationView(
    List<Challenge> challenges,
    List<Document> resourceDocuments,
    List<Document> serverDocuments,
    List<Registration> registrations,
    List<Authorization> authorizations,
    List<Redirect> redirects,
    List<TokenRequest> tokenRequests,
    List<TokenUse> uses,
    Map<String, AccessToken> tokens,
    Map<String, Authorization> byCode,
    String revision) {

  /** A 401 or 403 of the MCP endpoint with the parameters of {@code WWW-Authenticate}. */
  public record Challenge(
      RecordedExchange exchange, String scheme, Map<String, String> parameters) {
    public int n() {
      return exchange.n();
    }

    /** When it was written. */
    public long at() {
      return exchange.response().startedAt();
    }

    public boolean insufficientScope() {
      return "insufficient_scope".equals(parameters.get("error"));
    }
  }

  /** Requested metadata document; {@code json} is missing if the response had none. */
  public record Document(RecordedExchange exchange, boolean ofResource, JsonNode json) {
    public int n() {
      return exchange.n();
    }

    public boolean found() {
      return json.isObject();
    }
  }

  public record Registration(RecordedExchange exchange, JsonNode request, JsonNode response) {
    public boolean accepted() {
      return response.path("client_id").isTextual();
    }
  }

  /** An authorization request of a browser. */
  public record Authorization(RecordedExchange exchange, FormParameters parameters) {
    public int n() {
      return exchange.n();
    }

    /** Whether the person opened the same URL again. */
    public boolean sameUrlAs(Authorization other) {
      return exchange.request().query().equals(other.exchange.request().query());
    }
  }

  /** A redirect to the client with a code or an error. */
  public record Redirect(RecordedExchange exchange, String uri, FormParameters parameters) {}

  /** A request to the token endpoint. */
  public record TokenRequest(RecordedExchange exchange, FormParameters form, JsonNode response) {
    public int n() {
      return exchange.n();
    }

    public String grant() {
      return form.get("grant_type");
    }

    public boolean granted() {
      return response.path("access_token").isTextual();
    }

    /** Returns whether the request was rejected, not temporarily unavailable. */
    public boolean refused() {
      int status = exchange.response().status();
      return status >= 400 && status < 500 && status != 429;
    }
  }

  /** Access token of this run, valid from {@code from} to {@code until}. */
  public record AccessToken(String value, TokenRequest request, long from, long until) {}

  /** The credentials of a request to the MCP endpoint. */
  public record TokenUse(RecordedExchange exchange, String scheme, String token) {}

  /** Whether the client is of this revision or a later one, or declared none. */
  public boolean since(String first) {
    return revision == null || revision.compareTo(first) >= 0;
  }

  /** The authorization whose redirect carried this code. */
  public Optional<Authorization> ofCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The protected resource metadata that was read last before this exchange. */
  public Optional<Document> resourceBefore(RecordedExchange exchange) {
    return lastFound(resourceDocuments, exchange.at());
  }

  /** The metadata of an authorization server that was read last before this exchange. */
  public Optional<Document> serverBefore(RecordedExchange exchange) {
    return lastFound(serverDocuments, exchange.at());
  }

  public Optional<Challenge> challengeBefore(RecordedExchange exchange) {
    int after = firstAfter(challenges.size(), i -> challenges.get(i).at() <= exchange.at());
    return after == 0 ? Optional.empty() : Optional.of(challenges.get(after - 1));
  }

  private static Optional<Document> lastFound(List<Document> documents, long at) {
    int after = firstAfter(documents.size(), i -> documents.get(i).exchange().at() <= at);
    for (int i = after - 1; i >= 0; i--) {
      if (documents.get(i).found()) {
        return Optional.of(documents.get(i));
      }
    }
    return Optional.empty();
  }

  /** The index of the first element that is later, in a list in order of time. */
  private static int firstAfter(int size, IntPredicate notLater) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (notLater.test(middle)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
