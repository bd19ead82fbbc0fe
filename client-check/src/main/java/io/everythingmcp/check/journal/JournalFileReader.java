package io.everythingmcp.check.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads a file that {@link JournalFile} has written; refuses any other one. */
public final class JournalFileReader {
  /** A longer file is refused: in bytes. */
  public static final long LONGEST_FILE = 256L << 20;

  private static final int LONGEST_LINE = 32 << 20;
  private static final int MOST_EXCHANGES = 100_000;
  private static final int MOST_PROVOCATIONS = RecordedProvocation.MOST;
  private static final int LONGEST_PROVOCATION = 16 * 1024;
  private static final int MOST_SKIPS = 10_000;

  private final Reader in;
  private final List<RecordedExchange> exchanges = new ArrayList<>();
  private final List<RecordedProvocation> provocations = new ArrayList<>();
  private int line;
  private long characters;
  private long provocationCharacters;

  private JournalFileReader(InputStream in) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /**
   * Reads a run.
   *
   * @throws InvalidExportException if it is not an export, incomplete, too large, or of a later
   *     version
   */
  public static ExportedRun read(InputStream in) throws IOException, InvalidExportException {
    return new JournalFileReader(in).read();
  }

  private ExportedRun read() throws IOException, InvalidExportException {
    JsonNode header = header();
    int announcedExchanges = count(header, "exchanges", MOST_EXCHANGES);
    int announcedProvocations = count(header, "provocations", MOST_PROVOCATIONS);
    RunFacts facts = facts(header);
    long judged = time(header, "judged");
    List<Long> skips = skips(header);
    for (String text = next(); text != null; text = next()) {
      entry(parse(text), text.length());
    }
    complete(exchanges.size(), announcedExchanges, "exchanges");
    complete(provocations.size(), announcedProvocations, "provocations");
    return new ExportedRun(
        new JournalSnapshot(
            facts, exchanges, provocations, header.path("finished").asBoolean(), judged),
        skips);
  }

  private JsonNode header() throws IOException, InvalidExportException {
    String first = next();
    JsonNode header = first == null ? null : tolerant(first);
    if (header == null || !header.path("format").asText().equals(JournalFile.FORMAT)) {
      throw new InvalidExportException(
          "Not the export of a run: the first line must be a JSON object with \"format\":\""
              + JournalFile.FORMAT
              + "\"");
    }
    if (header.path("version").asInt() != JournalFile.VERSION) {
      throw new InvalidExportException(
          "The export has the version "
              + header.path("version")
              + "; expected "
              + JournalFile.VERSION
              + ": evaluate it with the version of the server that wrote it, or a later one");
    }
    return header;
  }

  private static JsonNode tolerant(String text) {
    try {
      return JournalJson.parse(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private JsonNode parse(String text) throws InvalidExportException {
    JsonNode json = tolerant(text);
    if (json == null) {
      throw wrong("not complete JSON; the export may be truncated");
    }
    return json;
  }

  private void entry(JsonNode json, int length) throws InvalidExportException {
    try {
      if (json.path("exchange").isObject()) {
        exchange(JournalJson.read(json.get("exchange")));
      } else if (json.path("provocation").isObject()) {
        if (length > LONGEST_PROVOCATION || JournalJson.isDeep(json)) {
          throw wrong(
              "the provocation is too large: at most "
                  + LONGEST_PROVOCATION
                  + " characters, and"
                  + " objects nested in fewer than 200 levels");
        }
        provocationCharacters += JournalJson.write(json.get("provocation")).length();
        provocations.add(JournalJson.readProvocation(json.get("provocation")));
      } else {
        throw wrong("expected an object with \"exchange\" or \"provocation\"");
      }
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw wrong("expected an exchange or a provocation: " + e.getMessage());
    }
    if (exchanges.size() > MOST_EXCHANGES
        || provocations.size() > MOST_PROVOCATIONS
        || provocationCharacters > RecordedProvocation.MOST_CHARACTERS) {
      throw wrong(
          "a run has at most "
              + MOST_EXCHANGES
              + " exchanges and "
              + MOST_PROVOCATIONS
              + " provocations of "
              + RecordedProvocation.MOST_CHARACTERS
              + " characters together");
    }
  }

  private void exchange(RecordedExchange exchange) throws InvalidExportException {
    int before = exchanges.isEmpty() ? 0 : exchanges.get(exchanges.size() - 1).n();
    if (exchange.n() <= before || exchange.n() > MOST_EXCHANGES) {
      throw wrong(
          "\"n\" is "
              + exchange.n()
              + "; expected a number greater than "
              + before
              + " and at most "
              + MOST_EXCHANGES);
    }
    exchanges.add(exchange);
  }

  private static int count(JsonNode header, String name, int most) throws InvalidExportException {
    JsonNode count = header.path(name);
    if (!count.isInt() || count.intValue() < 0 || count.intValue() > most) {
      throw new InvalidExportException(
          "\"" + name + "\" in line 1 is " + count + "; expected a number from 0 to " + most);
    }
    return count.intValue();
  }

  private static void complete(int found, int announced, String name)
      throws InvalidExportException {
    if (found != announced) {
      throw new InvalidExportException(
          "The export is truncated or changed: line 1 announces "
              + announced
              + " "
              + name
              + ", the file has "
              + found);
    }
  }

  private static RunFacts facts(JsonNode header) throws InvalidExportException {
    List<String> issuers = new ArrayList<>();
    for (JsonNode issuer : header.path("issuers")) {
      issuers.add(url(issuer, "issuers"));
    }
    return new RunFacts(
        header.path("id").asText(),
        header.path("preset").asText(),
        time(header, "started"),
        url(header.path("mcpUrl"), "mcpUrl"),
        issuers,
        options(header.path("options")));
  }

  /** Files of earlier versions have no options. */
  private static CheckRunOptions options(JsonNode options) throws InvalidExportException {
    JsonNode guided = options.path("guided");
    JsonNode slow = options.path("slowSeconds");
    boolean valid =
        (guided.isMissingNode() || guided.isBoolean())
            && (slow.isMissingNode() || slow.isInt())
            && slow.asInt() >= 0
            && slow.asInt() <= CheckRunOptions.LONGEST;
    if (!valid || !(options.isMissingNode() || options.isObject())) {
      throw new InvalidExportException(
          "\"options\" in line 1 is "
              + options
              + "; expected an object with \"guided\" (true or false) and \"slowSeconds\" (0 to "
              + CheckRunOptions.LONGEST
              + ")");
    }
    return new CheckRunOptions(guided.asBoolean(), slow.asInt());
  }

  private static String url(JsonNode value, String name) throws InvalidExportException {
    try {
      URI uri = URI.create(value.asText());
      if (uri.getHost() != null && uri.getRawPath() != null) {
        return value.asText();
      }
    } catch (IllegalArgumentException e) {
      throw notUrl(value, name);
    }
    throw notUrl(value, name);
  }

  private static InvalidExportException notUrl(JsonNode value, String name) {
    return new InvalidExportException(
        "\"" + name + "\" in line 1 is " + value + "; expected an absolute URL");
  }

  private static long time(JsonNode header, String name) throws InvalidExportException {
    try {
      return Instant.parse(header.path(name).asText()).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new InvalidExportException(
          "\"" + name + "\" in line 1 is " + header.path(name) + "; expected a time in UTC");
    }
  }

  private static List<Long> skips(JsonNode header) throws InvalidExportException {
    if (header.path("skips").size() > MOST_SKIPS) {
      throw new InvalidExportException(
          "\"skips\" in line 1 has more than " + MOST_SKIPS + " times");
    }
    List<Long> skips = new ArrayList<>();
    header.path("skips").forEach(skip -> skips.add(skip.asLong()));
    return skips;
  }

  private InvalidExportException wrong(String problem) {
    return new InvalidExportException("Line " + line + ": " + problem);
  }

  /** Returns the next line; null at the end. */
  private String next() throws IOException, InvalidExportException {
    StringBuilder text = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    line++;
    while (c >= 0 && c != '\n') {
      text.append((char) c);
      if (text.length() > LONGEST_LINE || ++characters > LONGEST_FILE) {
        throw wrong(
            "the export is too large: at most "
                + (LONGEST_FILE >> 20)
                + " MiB, and "
                + (LONGEST_LINE >> 20)
                + " Mi characters in a line");
      }
      c = in.read();
    }
    return text.toString();
  }
}
