package io.everythingmcp.conformance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Mutations of the content of a message and of its bytes. */
final class MessageMutations {
  private MessageMutations() {}

  /** Mutates a request: its tree, its bytes, its headers, or how it is sent. */
  static void apply(MutableRequest mutableRequest, SeededRandom seededRandom, KnownValues known) {
    int times = seededRandom.of(0, 1, 1, 1, 2, 3);
    for (int i = 0; i < times; i++) {
      int where = seededRandom.below(100);
      if (where < 55 && mutableRequest.message != null) {
        tree(mutableRequest, seededRandom);
      } else if (where < 70 && (mutableRequest.message != null || mutableRequest.body.length > 0)) {
        bytes(mutableRequest, seededRandom);
      } else if (where < 94) {
        HeaderMutations.apply(mutableRequest, seededRandom, known);
      } else {
        mutableRequest.channel = seededRandom.of(MutableRequest.Channel.values());
      }
    }
  }

  private static void tree(MutableRequest mutableRequest, SeededRandom seededRandom) {
    JsonNode root = mutableRequest.message;
    if (seededRandom.percent(4)) {
      mutableRequest.message = batch(root, seededRandom);
      return;
    }
    List<ContainerNode<?>> places = new ArrayList<>();
    collect(root, places);
    if (places.isEmpty()) {
      mutableRequest.message = EdgeCaseValues.value(seededRandom);
      return;
    }
    ContainerNode<?> place = seededRandom.of(places);
    if (place instanceof ObjectNode object) {
      object(object, seededRandom);
    } else if (place instanceof ArrayNode array) {
      array.insert(0, EdgeCaseValues.value(seededRandom));
    }
  }

  private static void collect(JsonNode node, List<ContainerNode<?>> places) {
    if (node instanceof ContainerNode<?> container) {
      places.add(container);
      container.forEach(child -> collect(child, places));
    }
  }

  private static void object(ObjectNode object, SeededRandom seededRandom) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name =
        names.isEmpty() || seededRandom.percent(10)
            ? EdgeCaseValues.string(seededRandom)
            : seededRandom.of(names);
    switch (seededRandom.below(8)) {
      case 0 -> object.remove(name);
      case 1 -> {
        JsonNode value = object.remove(name);
        object.set(
            name + seededRandom.of("s", "_", "\0", " "),
            value == null ? EdgeCaseValues.value(seededRandom) : value);
      }
      case 2 -> object.set(name, JsonNodeFactory.instance.arrayNode().add(object.get(name)));
      case 3 ->
          object.set(
              seededRandom.of(
                  "id",
                  "method",
                  "params",
                  "result",
                  "error",
                  "task",
                  "cursor",
                  "_meta",
                  "requestState",
                  "inputResponses",
                  "arguments"),
              EdgeCaseValues.value(seededRandom));
      case 4 -> damageText(object, name, seededRandom);
      default -> object.set(name, EdgeCaseValues.value(seededRandom));
    }
  }

  /** Replaces one character of a text: sealed values, cursors and ids must be rejected. */
  private static void damageText(ObjectNode object, String name, SeededRandom seededRandom) {
    String text = object.path(name).isTextual() ? object.get(name).textValue() : "";
    int at = text.isEmpty() ? 0 : seededRandom.below(text.length());
    String tail = text.isEmpty() ? "" : text.substring(at + 1);
    object.put(name, text.substring(0, at) + seededRandom.of("A", "", "\ud800", "0", "é") + tail);
  }

  private static ArrayNode batch(JsonNode message, SeededRandom seededRandom) {
    ArrayNode batch = JsonNodeFactory.instance.arrayNode();
    for (int i = seededRandom.of(0, 1, 2, 5, 40); i > 0; i--) {
      batch.add(seededRandom.percent(80) ? message.deepCopy() : EdgeCaseValues.value(seededRandom));
    }
    return batch;
  }

  private static void bytes(MutableRequest mutableRequest, SeededRandom seededRandom) {
    byte[] body = mutableRequest.encodeBody();
    int at = body.length == 0 ? 0 : seededRandom.below(body.length);
    switch (seededRandom.below(7)) {
      case 0 -> mutableRequest.body = Arrays.copyOf(body, at);
      case 1 -> mutableRequest.body = seededRandom.bytes(seededRandom.below(200));
      case 2 -> flip(body, seededRandom);
      case 3 ->
          mutableRequest.body =
              concat(
                  body,
                  seededRandom.of(
                      body,
                      "x".getBytes(StandardCharsets.UTF_8),
                      "\n\n".getBytes(StandardCharsets.UTF_8),
                      new byte[9]));
      case 4 ->
          mutableRequest.body =
              concat(seededRandom.of(new byte[] {-17, -69, -65}, new byte[] {-1, -2}), body);
      case 5 -> mutableRequest.body = twice(body, seededRandom);
      default ->
          mutableRequest.body =
              new String(body, StandardCharsets.UTF_8)
                  .getBytes(seededRandom.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16));
    }
  }

  private static void flip(byte[] body, SeededRandom seededRandom) {
    for (int i = 0; i < 3 && body.length > 0; i++) {
      body[seededRandom.below(body.length)] = (byte) seededRandom.below(256);
    }
  }

  private static byte[] twice(byte[] body, SeededRandom seededRandom) {
    String field =
        seededRandom.of("\"id\":1", "\"method\":\"ping\"", "\"jsonrpc\":\"2.0\"", "\"name\":1");
    return new String(body, StandardCharsets.UTF_8)
        .replaceFirst("\\{", "{" + field + ",")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
