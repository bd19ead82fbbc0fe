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
  static void apply(MutableRequest draft, SeededRandom dice, KnownValues known) {
    int times = dice.of(0, 1, 1, 1, 2, 3);
    for (int i = 0; i < times; i++) {
      int where = dice.below(100);
      if (where < 55 && draft.message != null) {
        tree(draft, dice);
      } else if (where < 70 && (draft.message != null || draft.body.length > 0)) {
        bytes(draft, dice);
      } else if (where < 94) {
        HeaderMutations.apply(draft, dice, known);
      } else {
        draft.manner = dice.of(MutableRequest.Channel.values());
      }
    }
  }

  private static void tree(MutableRequest draft, SeededRandom dice) {
    JsonNode root = draft.message;
    if (dice.percent(4)) {
      draft.message = batch(root, dice);
      return;
    }
    List<ContainerNode<?>> places = new ArrayList<>();
    collect(root, places);
    if (places.isEmpty()) {
      draft.message = EdgeCaseValues.value(dice);
      return;
    }
    ContainerNode<?> place = dice.of(places);
    if (place instanceof ObjectNode object) {
      object(object, dice);
    } else if (place instanceof ArrayNode array) {
      array.insert(0, EdgeCaseValues.value(dice));
    }
  }

  private static void collect(JsonNode node, List<ContainerNode<?>> places) {
    if (node instanceof ContainerNode<?> container) {
      places.add(container);
      container.forEach(child -> collect(child, places));
    }
  }

  private static void object(ObjectNode object, SeededRandom dice) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name =
        names.isEmpty() || dice.percent(10) ? EdgeCaseValues.string(dice) : dice.of(names);
    switch (dice.below(8)) {
      case 0 -> object.remove(name);
      case 1 -> {
        JsonNode value = object.remove(name);
        object.set(
            name + dice.of("s", "_", "\0", " "),
            value == null ? EdgeCaseValues.value(dice) : value);
      }
      case 2 -> object.set(name, JsonNodeFactory.instance.arrayNode().add(object.get(name)));
      case 3 ->
          object.set(
              dice.of(
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
              EdgeCaseValues.value(dice));
      case 4 -> damageText(object, name, dice);
      default -> object.set(name, EdgeCaseValues.value(dice));
    }
  }

  /** Replaces one character of a text: sealed values, cursors and ids must be rejected. */
  private static void damageText(ObjectNode object, String name, SeededRandom dice) {
    String text = object.path(name).isTextual() ? object.get(name).textValue() : "";
    int at = text.isEmpty() ? 0 : dice.below(text.length());
    String tail = text.isEmpty() ? "" : text.substring(at + 1);
    object.put(name, text.substring(0, at) + dice.of("A", "", "\ud800", "0", "é") + tail);
  }

  private static ArrayNode batch(JsonNode message, SeededRandom dice) {
    ArrayNode batch = JsonNodeFactory.instance.arrayNode();
    for (int i = dice.of(0, 1, 2, 5, 40); i > 0; i--) {
      batch.add(dice.percent(80) ? message.deepCopy() : EdgeCaseValues.value(dice));
    }
    return batch;
  }

  private static void bytes(MutableRequest draft, SeededRandom dice) {
    byte[] body = draft.settleBody();
    int at = body.length == 0 ? 0 : dice.below(body.length);
    switch (dice.below(7)) {
      case 0 -> draft.body = Arrays.copyOf(body, at);
      case 1 -> draft.body = dice.bytes(dice.below(200));
      case 2 -> flip(body, dice);
      case 3 ->
          draft.body =
              concat(
                  body,
                  dice.of(
                      body,
                      "x".getBytes(StandardCharsets.UTF_8),
                      "\n\n".getBytes(StandardCharsets.UTF_8),
                      new byte[9]));
      case 4 -> draft.body = concat(dice.of(new byte[] {-17, -69, -65}, new byte[] {-1, -2}), body);
      case 5 -> draft.body = twice(body, dice);
      default ->
          draft.body =
              new String(body, StandardCharsets.UTF_8)
                  .getBytes(dice.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16));
    }
  }

  private static void flip(byte[] body, SeededRandom dice) {
    for (int i = 0; i < 3 && body.length > 0; i++) {
      body[dice.below(body.length)] = (byte) dice.below(256);
    }
  }

  private static byte[] twice(byte[] body, SeededRandom dice) {
    String field = dice.of("\"id\":1", "\"method\":\"ping\"", "\"jsonrpc\":\"2.0\"", "\"name\":1");
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
