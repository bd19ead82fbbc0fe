package io.everythingmcp.check.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the credentials of an exchange by {@link RedactedValue}s before it is stored. The tags
 * are keyed with a secret of the run, so that values cannot be tried against them.
 */
public final class CredentialRedaction {
  private static final Map<String, String> PARAMETERS =
      Map.ofEntries(
          Map.entry("access_token", "access-token"),
          Map.entry("token", "access-token"),
          Map.entry("refresh_token", "refresh-token"),
          Map.entry("id_token", "id-token"),
          Map.entry("code", "code"),
          Map.entry("code_verifier", "verifier"),
          Map.entry("client_secret", "client-secret"),
          Map.entry("client_assertion", "assertion"),
          Map.entry("assertion", "assertion"),
          Map.entry("subject_token", "assertion"),
          Map.entry("registration_access_token", "registration-token"),
          Map.entry("device_code", "device-code"),
          Map.entry("password", "password"),
          Map.entry("csrf", "csrf"),
          Map.entry("api_key", "api-key"),
          Map.entry("key", "api-key"));

  private static final Set<String> FIELDS_OF_ANSWERS =
      Set.of(
          "access_token",
          "refresh_token",
          "id_token",
          "client_secret",
          "registration_access_token",
          "device_code");

  private static final Pattern COOKIE = Pattern.compile("([^=;\\s]+)=([^;]*)");
  private static final Pattern UNRESERVED = Pattern.compile("[A-Za-z0-9._~-]*");

  private final String secret;

  /**
   * @param secret of the run, the same in each instance that records it
   */
  public CredentialRedaction(String secret) {
    this.secret = secret;
  }

  public RecordedExchange redact(RecordedExchange exchange) {
    RecordedRequest request = exchange.request();
    RecordedResponse response = exchange.response();
    EndpointKind endpoint = exchange.endpoint();
    return new RecordedExchange(
        exchange.n(),
        endpoint,
        new RecordedRequest(
            request.arrivedAt(),
            request.completeAt(),
            request.method(),
            path(request.path()),
            headers(request.headers()),
            requestBody(endpoint, request.body()),
            request.connection(),
            request.cut()),
        new RecordedResponse(
            response.status(),
            headers(response.headers()),
            endpoint == EndpointKind.TOKEN || endpoint == EndpointKind.REGISTER
                ? answer(response.body())
                : response.body(),
            response.events(),
            response.startedAt(),
            response.endedAt(),
            response.end()),
        exchange.fault());
  }

  /** Returns the replacement of a value, which is equal in all exchanges. */
  public String redacted(String kind, String value) {
    if (value.isEmpty() || RedactedValue.parse(value).isPresent()) {
      return value;
    }
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("length", Integer.toString(value.length()));
    if (kind.equals("verifier")) {
      facts.put("unreserved", Boolean.toString(UNRESERVED.matcher(value).matches()));
      facts.put("s256", Sha256Digests.s256(value));
    }
    if (kind.equals("access-token")) {
      // A proof of possession names the token by this digest.
      facts.put("s256", Sha256Digests.s256(value));
    }
    if (kind.equals("access-token") || kind.equals("assertion")) {
      claims(value, facts);
    }
    return new RedactedValue(kind, Sha256Digests.tag(secret + '\n' + value), facts).toString();
  }

  private static void claims(String token, Map<String, String> facts) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return;
    }
    try {
      JsonNode claims =
          JournalJson.parse(
              new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
      for (String name : List.of("iss", "aud", "exp", "jti")) {
        if (claims.has(name)) {
          facts.put(
              name,
              claims.get(name).isValueNode()
                  ? claims.get(name).asText()
                  : JournalJson.write(claims.get(name)));
        }
      }
    } catch (IllegalArgumentException | JsonProcessingException e) {
      facts.put("opaque", "true");
    }
  }

  private String path(String path) {
    int query = path.indexOf('?');
    return query < 0
        ? path
        : path.substring(0, query + 1) + parameters(path.substring(query + 1), value -> value);
  }

  /** Parameters with their credentials replaced; the others stay as they were written. */
  private String parameters(String form, UnaryOperator<String> others) {
    List<String> all = new ArrayList<>();
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String kind = PARAMETERS.get(name.toLowerCase(Locale.ROOT));
      if (equals < 0 || kind == null) {
        all.add(others.apply(pair));
        continue;
      }
      String value;
      try {
        value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        value = pair.substring(equals + 1);
      }
      all.add(name + "=" + URLEncoder.encode(redacted(kind, value), StandardCharsets.UTF_8));
    }
    return String.join("&", all);
  }

  private RecordedBody requestBody(EndpointKind endpoint, RecordedBody body) {
    return switch (endpoint) {
      case TOKEN, REVOKE, PUSHED_AUTHORIZATION -> text(body, parameters(body.text(), pair -> pair));
      case LOGIN, CONSENT -> text(body, parameters(body.text(), this::field));
      case OTHER ->
          body.text().startsWith("{") || body.text().startsWith("[")
              ? body
              : text(body, parameters(body.text(), pair -> pair));
      case REGISTER -> answer(body);
      default -> body;
    };
  }

  /** A field of a page: only the decision of the person stays. */
  private String field(String pair) {
    int equals = pair.indexOf('=');
    if (equals < 0 || pair.startsWith("decision=")) {
      return pair;
    }
    return pair.substring(0, equals + 1)
        + URLEncoder.encode(redacted("field", pair.substring(equals + 1)), StandardCharsets.UTF_8);
  }

  private RecordedBody answer(RecordedBody body) {
    try {
      if (JournalJson.parse(body.text()) instanceof ObjectNode json) {
        for (String name : FIELDS_OF_ANSWERS) {
          if (json.path(name).isTextual()) {
            json.put(name, redacted(PARAMETERS.get(name), json.get(name).textValue()));
          }
        }
        return text(body, JournalJson.write(json));
      }
    } catch (JsonProcessingException e) {
      return body;
    }
    return body;
  }

  private static RecordedBody text(RecordedBody body, String text) {
    return new RecordedBody(text, body.length(), body.problem(), body.dropped());
  }

  private HeaderList headers(HeaderList headers) {
    return new HeaderList(
        headers.fields().stream()
            .map(field -> new RecordedHeader(field.name(), value(field)))
            .toList());
  }

  private String value(RecordedHeader field) {
    return switch (field.name().toLowerCase(Locale.ROOT)) {
      case "authorization", "proxy-authorization" -> credentials(field.value());
      case "cookie" -> cookies(field.value());
      case "set-cookie" -> {
        int end = field.value().indexOf(';');
        yield end < 0
            ? cookies(field.value())
            : cookies(field.value().substring(0, end)) + field.value().substring(end);
      }
      case "x-api-key" -> redacted("api-key", field.value());
      case "location", "referer" -> path(field.value());
      default -> field.value();
    };
  }

  private String credentials(String value) {
    int blank = value.indexOf(' ');
    if (blank < 0) {
      return redacted("credentials", value);
    }
    String scheme = value.substring(0, blank);
    String kind =
        scheme.equalsIgnoreCase("Bearer") || scheme.equalsIgnoreCase("DPoP")
            ? "access-token"
            : "credentials";
    return scheme + " " + redacted(kind, value.substring(blank + 1).strip());
  }

  private String cookies(String value) {
    Matcher matcher = COOKIE.matcher(value);
    return matcher.replaceAll(
        match ->
            Matcher.quoteReplacement(match.group(1) + "=" + redacted("cookie", match.group(2))));
  }
}
