package io.everythingmcp.conformance.readme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A block of commands of a page, and the output that the page prints below it.
 *
 * @param commands the lines of the shell
 * @param output what they print: lines that must occur, an empty line, and a body that must be the
 *     same but for white space; … stands for any text; empty if the page prints none
 */
record DocumentedExchange(String commands, Optional<String> output) {
  private static final Pattern BLOCK = Pattern.compile("```(sh|text)\n(.*?)```", Pattern.DOTALL);

  /** Returns the exchanges of a page, in their order. */
  static List<DocumentedExchange> of(String page) {
    List<DocumentedExchange> exchanges = new ArrayList<>();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      if (block.group(1).equals("sh")) {
        exchanges.add(new DocumentedExchange(block.group(2), Optional.empty()));
      } else {
        int last = exchanges.size() - 1;
        String commands = exchanges.get(last).commands();
        exchanges.set(last, new DocumentedExchange(commands, Optional.of(block.group(2))));
      }
    }
    return exchanges;
  }

  /** Returns the part of the printed output that a real output lacks; empty if it matches. */
  Optional<String> difference(String real) {
    if (output.isEmpty()) {
      return Optional.empty();
    }
    String[] printed = output.get().split("\n\n", 2);
    String[] got = real.replace("\r", "").strip().split("\n\n", 2);
    List<String> lines = got[0].lines().toList();
    Optional<String> missing =
        printed[0]
            .lines()
            .filter(line -> lines.stream().noneMatch(pattern(line).asMatchPredicate()))
            .findFirst();
    if (missing.isPresent() || printed.length == 1) {
      return missing;
    }
    String body = got.length == 2 ? got[1] : "";
    return pattern(bare(printed[1])).matcher(bare(body)).matches()
        ? Optional.empty()
        : Optional.of(printed[1]);
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(
        Arrays.stream(text.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }
}
