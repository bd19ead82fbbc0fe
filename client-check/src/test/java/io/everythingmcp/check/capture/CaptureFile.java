package io.everythingmcp.check.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.CheckRunOptions;
import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.HeaderList;
import io.everythingmcp.check.journal.JournalJson;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.journal.RecordedBody;
import io.everythingmcp.check.journal.RecordedEvent;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedHeader;
import io.everythingmcp.check.journal.RecordedRequest;
import io.everythingmcp.check.journal.RecordedResponse;
import io.everythingmcp.check.journal.RunFacts;
import io.everythingmcp.check.journal.RunJournal;
import io.everythingmcp.check.journal.StreamEnd;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Recording of a client; each of its runs becomes a journal. */
public final class CaptureFile {
  private static final long START = 1_795_900_000_000L;

  private final List<JsonNode> lines = new ArrayList<>();

  private CaptureFile() {}

  public static CaptureFile read(Path file) throws IOException {
    CaptureFile capture = new CaptureFile();
    for (String line : lines(file)) {
      JsonNode json = JournalJson.parse(line);
      capture.lines.add(json);
      capture.resolve(json);
    }
    return capture;
  }

  private static List<String> lines(Path file) throws IOException {
    if (!file.toString().endsWith(".gz")) {
      return Files.readAllLines(file);
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** Restores results that were omitted because an earlier line contains them. */
  private void resolve(JsonNode json) {
    if (json instanceof ObjectNode object
        && object.path("result").path("sameAs").isInt()
        && object.path("result").size() == 1) {
      object.set("result", result(lines.get(object.at("/result/sameAs").intValue() - 1)));
    }
    json.forEach(this::resolve);
  }

  private static JsonNode result(JsonNode line) {
    JsonNode found = line.path("response").findValue("result");
    if (found == null) {
      throw new IllegalArgumentException("no result in line " + line.path("n"));
    }
    return found;
  }

  /**
   * Returns the finished runs of the file by their numbers; exchanges have the number of their
   * line.
   */
  public Map<Integer, JournalSnapshot> runs() {
    Map<Integer, RunJournal> journals = new LinkedHashMap<>();
    long last = START;
    for (int i = 0; i < lines.size(); i++) {
      JsonNode line = lines.get(i);
      RecordedExchange exchange = exchange(i + 1, line);
      last = Math.max(last, exchange.response().endedAt());
      journals
          .computeIfAbsent(
              line.path("run").asInt(1),
              run ->
                  new RunJournal(
                      new RunFacts(
                          "run-" + run,
                          line.path("preset").asText(),
                          START,
                          "http://localhost:21810/mcp",
                          List.of("http://localhost:21810"),
                          CheckRunOptions.NONE)))
          .record(exchange);
    }
    Map<Integer, JournalSnapshot> snapshots = new LinkedHashMap<>();
    long end = last + 60_000;
    journals.forEach(
        (run, journal) -> {
          journal.finish();
          snapshots.put(run, journal.snapshot(end));
        });
    return snapshots;
  }

  private static RecordedExchange exchange(int n, JsonNode line) {
    JsonNode request = line.path("request");
    JsonNode response = line.path("response");
    long at = START + line.path("t").asLong();
    long end = at + response.path("ms").asLong();
    List<RecordedEvent> events = new ArrayList<>();
    response.path("events").forEach(event -> events.add(event(event)));
    String path = request.path("path").asText();
    return new RecordedExchange(
        n,
        kind(request.path("method").asText(), path),
        new RecordedRequest(
            at,
            at,
            request.path("method").asText(),
            path,
            headers(request.path("headers")),
            body(request.path("body")),
            line.path("conn").asText(),
            false),
        new RecordedResponse(
            response.path("status").asInt(),
            headers(response.path("headers")),
            body(response.path("body")),
            events,
            events.isEmpty() ? end : at,
            end,
            switch (response.path("ended").asText()) {
              case "client" -> StreamEnd.CLIENT;
              case "server-abort" -> StreamEnd.ABORT;
              case "open" -> StreamEnd.OPEN;
              default -> StreamEnd.SERVER;
            }),
        line.path("fault").asText(null));
  }

  private static RecordedEvent event(JsonNode json) {
    JsonNode data = json.path("data");
    return new RecordedEvent(
        START + json.path("t").asLong(),
        json.path("event").asText(null),
        json.path("id").asText(null),
        json.has("retry") ? Integer.valueOf(json.path("retry").asText()) : null,
        data.isMissingNode() ? null : data.isTextual() ? data.asText() : JournalJson.write(data),
        json.path("comment").asText(null));
  }

  private static EndpointKind kind(String method, String path) {
    String bare = path.split("\\?", 2)[0];
    if (bare.startsWith("/.well-known/oauth-protected-resource")) {
      return EndpointKind.RESOURCE_METADATA;
    }
    if (bare.contains("/.well-known/")) {
      return EndpointKind.AUTHORIZATION_METADATA;
    }
    if (bare.startsWith("/fakeupstreamauth/")) {
      return EndpointKind.LOGIN;
    }
    return switch (bare) {
      case "/mcp" -> EndpointKind.MCP;
      case "/sse" -> EndpointKind.SSE;
      case "/message" -> EndpointKind.MESSAGE;
      case "/authorize" -> EndpointKind.AUTHORIZE;
      case "/authorize/consent" -> EndpointKind.CONSENT;
      case "/token" -> EndpointKind.TOKEN;
      case "/register" -> EndpointKind.REGISTER;
      default -> throw new IllegalArgumentException(method + " " + path);
    };
  }

  private static HeaderList headers(JsonNode json) {
    List<RecordedHeader> fields = new ArrayList<>();
    json.properties()
        .forEach(
            field ->
                (field.getValue().isArray() ? field.getValue() : List.of(field.getValue()))
                    .forEach(
                        value -> fields.add(new RecordedHeader(field.getKey(), value.asText()))));
    return new HeaderList(fields);
  }

  private static RecordedBody body(JsonNode json) {
    if (json.isMissingNode()) {
      return RecordedBody.EMPTY;
    }
    return RecordedBody.of(json.isTextual() ? json.asText() : JournalJson.write(json));
  }
}
