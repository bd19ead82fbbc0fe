package io.everythingmcp.check.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** JSON representation of exchanges, in reports and in the store. */
public final class JournalJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** A value with more levels is not embedded: readers and writers of JSON limit the levels. */
  private static final int DEEPEST = 199;

  private JournalJson() {}

  /** Parses a JSON value; numbers retain their notation. */
  public static JsonNode parse(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  public static String write(JsonNode json) {
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns an exchange for a report: bodies that are JSON are part of the document. */
  public static ObjectNode write(RecordedExchange exchange) {
    return write(exchange, false);
  }

  /** Returns an exchange for a store or a file: bodies and headers exactly as they were sent. */
  public static ObjectNode writeExact(RecordedExchange exchange) {
    return write(exchange, true);
  }

  private static ObjectNode write(RecordedExchange exchange, boolean exact) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    RecordedRequest request = exchange.request();
    json.put("n", exchange.n());
    json.put("at", time(request.arrivedAt()));
    json.put("endpoint", exchange.endpoint().name());
    json.put("connection", request.connection());
    if (exchange.fault() != null) {
      json.put("fault", exchange.fault());
    }
    ObjectNode first = json.putObject("request");
    first.put("method", request.method());
    first.put("path", request.path());
    first.set("headers", exact ? fields(request.headers()) : headers(request.headers()));
    body(first, request.body(), exact);
    first.put("complete", time(request.completeAt()));
    if (request.cut()) {
      first.put("cut", true);
    }
    ObjectNode second = json.putObject("response");
    RecordedResponse response = exchange.response();
    second.put("status", response.status());
    second.set("headers", exact ? fields(response.headers()) : headers(response.headers()));
    body(second, response.body(), exact);
    if (response.isStream() || !response.events().isEmpty()) {
      ArrayNode events = second.putArray("events");
      response.events().forEach(event -> events.add(event(event)));
    }
    second.put("started", time(response.startedAt()));
    second.put("ended", time(response.endedAt()));
    second.put("end", response.end().name());
    return json;
  }

  /** Reads an exchange in either form. */
  public static RecordedExchange read(JsonNode json) {
    JsonNode first = json.path("request");
    JsonNode second = json.path("response");
    long at = time(json.path("at"));
    List<RecordedEvent> events = new ArrayList<>();
    second.path("events").forEach(event -> events.add(event(event)));
    return new RecordedExchange(
        json.path("n").asInt(),
        EndpointKind.valueOf(json.path("endpoint").asText("OTHER")),
        new RecordedRequest(
            at,
            time(first.path("complete")),
            first.path("method").asText(),
            first.path("path").asText(),
            headers(first.path("headers")),
            body(first),
            json.path("connection").asText(),
            first.path("cut").asBoolean()),
        new RecordedResponse(
            second.path("status").asInt(),
            headers(second.path("headers")),
            body(second),
            events,
            time(second.path("started")),
            time(second.path("ended")),
            StreamEnd.valueOf(second.path("end").asText("OPEN"))),
        json.path("fault").isTextual() ? json.path("fault").textValue() : null);
  }

  public static ObjectNode write(RecordedProvocation provocation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", provocation.id());
    json.put("at", time(provocation.at()));
    json.put("n", provocation.n());
    json.set("details", provocation.details());
    return json;
  }

  /** Reads a provocation written by {@link #write(RecordedProvocation)}. */
  public static RecordedProvocation readProvocation(JsonNode json) {
    return new RecordedProvocation(
        json.path("id").asText(),
        time(json.path("at")),
        json.path("n").asInt(),
        json.path("details") instanceof ObjectNode details
            ? details
            : JsonNodeFactory.instance.objectNode());
  }

  private static void body(ObjectNode side, RecordedBody body, boolean exact) {
    if (!body.isEmpty()) {
      side.put("length", body.length());
    }
    if (!body.isEmpty() && exact) {
      side.put("body", body.text());
    } else if (!body.isEmpty()) {
      try {
        JsonNode parsed = parse(body.text());
        // The value instead of its text loses only white space.
        if (parsed.isContainerNode() && !isDeep(parsed)) {
          side.set("body", parsed);
        } else {
          side.put("body", body.text());
        }
      } catch (JsonProcessingException e) {
        side.put("body", body.text());
      }
    }
    if (body.problem() != null) {
      side.put("problem", body.problem());
    }
    if (body.dropped()) {
      side.put("dropped", true);
    }
  }

  /** Returns whether objects and arrays are nested in more levels than allowed. */
  static boolean isDeep(JsonNode json) {
    return isDeep(json, DEEPEST);
  }

  private static boolean isDeep(JsonNode json, int levels) {
    if (json.isContainerNode() && levels == 0) {
      return true;
    }
    for (JsonNode child : json) {
      if (isDeep(child, levels - 1)) {
        return true;
      }
    }
    return false;
  }

  private static RecordedBody body(JsonNode side) {
    JsonNode body = side.path("body");
    String text = body.isMissingNode() ? "" : body.isTextual() ? body.textValue() : write(body);
    return new RecordedBody(
        text,
        side.path("length").asLong(),
        side.path("problem").isTextual() ? side.path("problem").textValue() : null,
        side.path("dropped").asBoolean());
  }

  private static ObjectNode headers(HeaderList headers) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (RecordedHeader field : headers.fields()) {
      JsonNode known = json.get(field.name());
      if (known == null) {
        json.put(field.name(), field.value());
      } else if (known instanceof ArrayNode several) {
        several.add(field.value());
      } else {
        json.putArray(field.name()).add(known).add(field.value());
      }
    }
    return json;
  }

  /** The header fields in their order: a list of pairs. */
  private static ArrayNode fields(HeaderList headers) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    headers.fields().forEach(field -> json.addArray().add(field.name()).add(field.value()));
    return json;
  }

  private static HeaderList headers(JsonNode json) {
    List<RecordedHeader> fields = new ArrayList<>();
    if (json.isArray()) {
      json.forEach(
          field -> fields.add(new RecordedHeader(field.path(0).asText(), field.path(1).asText())));
      return new HeaderList(fields);
    }
    json.properties()
        .forEach(
            field -> {
              if (field.getValue().isArray()) {
                field
                    .getValue()
                    .forEach(
                        value -> fields.add(new RecordedHeader(field.getKey(), value.asText())));
              } else {
                fields.add(new RecordedHeader(field.getKey(), field.getValue().asText()));
              }
            });
    return new HeaderList(fields);
  }

  private static ObjectNode event(RecordedEvent event) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("at", time(event.at()));
    if (event.comment() != null) {
      json.put("comment", event.comment());
    }
    if (event.event() != null) {
      json.put("event", event.event());
    }
    if (event.id() != null) {
      json.put("id", event.id());
    }
    if (event.retry() != null) {
      json.put("retry", event.retry());
    }
    if (event.data() != null) {
      json.put("data", event.data());
    }
    return json;
  }

  private static RecordedEvent event(JsonNode json) {
    return new RecordedEvent(
        time(json.path("at")),
        text(json, "event"),
        text(json, "id"),
        json.path("retry").isInt() ? json.path("retry").intValue() : null,
        text(json, "data"),
        text(json, "comment"));
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).isTextual() ? json.path(name).textValue() : null;
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  private static long time(JsonNode json) {
    return json.isTextual() ? Instant.parse(json.textValue()).toEpochMilli() : 0;
  }
}
