package io.everythingmcp.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules for every response. */
final class ResponseRules {
  /** Maximum length of an id; an error for a longer id has none (docs/reference/limits.md). */
  private static final int LONGEST_ID = 1_024;

  private static final Pattern JAVA =
      Pattern.compile(
          "\\tat"
              + " |Exception|\\b(java|javax|jakarta|sun|jdk)\\.[a-z]+\\.|org\\.eclipse|com\\.fasterxml"
              + "|io\\.(everythingmcp|dropwizard)\\.|org\\.glassfish|StackOverflow|OutOfMemory");
  private static final Pattern HTML = Pattern.compile("(?i)<(!doctype|html|body|head|pre)\\b");
  private static final Pattern FIELD = Pattern.compile("(?s)(:.*|(id|event|data|retry)(:.*)?)");

  private static final int INTERNAL = -32603;
  private static final String BY_ACCIDENT = "(see the server log)";

  /** Statuses with which the container or a filter rejects a request before its body is read. */
  private static final Set<Integer> BEFORE_THE_BODY =
      Set.of(401, 403, 405, 406, 408, 413, 414, 415, 431);

  private ResponseRules() {}

  /** Returns the violated rule, if any. */
  static Optional<String> broken(MutableRequest mutableRequest, FuzzResponse answer) {
    if (answer.status() == 0) {
      return Optional.empty();
    }
    if (answer.status() >= 500) {
      return Optional.of("no status of 500 or more");
    }
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    if (JAVA.matcher(text).find()) {
      return Optional.of("no stack trace and no name of a Java class");
    }
    if (HTML.matcher(text).find()
        || answer.headers().getOrDefault("content-type", "").contains("html")) {
      return Optional.of("no HTML");
    }
    if (answer.body().length == 0) {
      return empty(mutableRequest, answer);
    }
    return answer.isStream() ? stream(mutableRequest, answer, text) : json(mutableRequest, answer);
  }

  /** A stream may end before it has a message; a status of 200 without a body is not a response. */
  private static Optional<String> empty(MutableRequest mutableRequest, FuzzResponse answer) {
    return answer.status() == 200 && !answer.isStream() && mutableRequest.verb.equals("POST")
        ? Optional.of("an answer to a POST with status 200 has a body")
        : Optional.empty();
  }

  private static Optional<String> json(MutableRequest mutableRequest, FuzzResponse answer) {
    Optional<JsonNode> tree = JsonTexts.read(answer.body());
    if (tree.isEmpty()) {
      return Optional.of("a body is JSON or a stream of events");
    }
    return BEFORE_THE_BODY.contains(answer.status())
        ? Optional.empty()
        : internal(tree.get()).or(() -> id(mutableRequest, tree.get()));
  }

  private static Optional<String> stream(
      MutableRequest mutableRequest, FuzzResponse answer, String text) {
    String whole =
        answer.complete() ? text : text.substring(0, Math.max(text.lastIndexOf("\n\n"), 0));
    StringBuilder data = new StringBuilder();
    for (String line : whole.split("\n", -1)) {
      if (!line.isEmpty() && !FIELD.matcher(line).matches()) {
        return Optional.of("a stream has only the fields id, event, data and retry: " + line);
      }
      if (line.startsWith("data:")) {
        data.append(line.substring(5).strip());
      } else if (line.isEmpty() && data.length() > 0) {
        Optional<String> broken = event(mutableRequest, data.toString());
        if (broken.isPresent()) {
          return broken;
        }
        data.setLength(0);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> event(MutableRequest mutableRequest, String data) {
    if (data.startsWith("/message?sessionId=")) {
      return Optional.empty();
    }
    Optional<JsonNode> message = JsonTexts.read(data.getBytes(StandardCharsets.UTF_8));
    if (message.isEmpty()) {
      return Optional.of("the data of an event is JSON");
    }
    return mutableRequest.verb.equals("POST")
        ? internal(message.get()).or(() -> id(mutableRequest, message.get()))
        : Optional.empty();
  }

  /** No request causes an internal error; tools that demonstrate errors use other texts. */
  private static Optional<String> internal(JsonNode answer) {
    JsonNode error = answer.path("error");
    return error.path("code").asInt() == INTERNAL
            && error.path("message").asText().contains(BY_ACCIDENT)
        ? Optional.of("no internal error that a client can cause")
        : Optional.empty();
  }

  /** The response to a single readable request has its id, with the same type. */
  private static Optional<String> id(MutableRequest mutableRequest, JsonNode answer) {
    boolean answers = answer.has("result") || answer.has("error");
    if (!answers
        || !mutableRequest.http
        || mutableRequest.channel != MutableRequest.Channel.POLITE
        || !mutableRequest.verb.equals("POST")) {
      return Optional.empty();
    }
    if (answer.has("id") && answer.get("id").isNull()) {
      return Optional.of("an error without id has no id, not null");
    }
    Optional<JsonNode> asked = JsonTexts.read(JsonTexts.withoutByteOrderMark(mutableRequest.body));
    if (asked.isEmpty() && answer.has("result")) {
      return Optional.of("a body that is not JSON in UTF-8 is refused");
    }
    Optional<JsonNode> id =
        asked
            .filter(ResponseRules::isRequest)
            .filter(m -> !JsonTexts.hasUnpairedSurrogate(m))
            .map(m -> m.get("id"));
    return id.isPresent() && !id.get().equals(answer.get("id"))
        ? Optional.of("an answer carries the id of its request")
        : Optional.empty();
  }

  private static boolean isRequest(JsonNode message) {
    JsonNode id = message.path("id");
    boolean readable =
        id.isTextual() ? id.textValue().length() <= LONGEST_ID : id.isIntegralNumber();
    return readable && !message.has("result") && !message.has("error");
  }
}
