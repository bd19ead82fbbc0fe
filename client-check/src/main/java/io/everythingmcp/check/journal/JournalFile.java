package io.everythingmcp.check.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Writes a run as JSON lines. The first line has the facts and the numbers of lines that follow,
 * each other line an exchange or a provocation, exactly as recorded: without credentials, and with
 * all that rules evaluate.
 */
public final class JournalFile {
  static final String FORMAT = "client-check-run";

  /** Version of the format; an incompatible change increments it. */
  static final int VERSION = 1;

  private JournalFile() {}

  /** Writes a run in UTF-8; does not close the stream. */
  public static void write(ExportedRun run, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    line(writer, header(run));
    for (RecordedExchange exchange : run.journal().exchanges()) {
      line(writer, "exchange", JournalJson.writeExact(exchange));
    }
    for (RecordedProvocation provocation : run.journal().provocations()) {
      line(writer, "provocation", JournalJson.write(provocation));
    }
    writer.flush();
  }

  private static ObjectNode header(ExportedRun run) {
    JournalSnapshot journal = run.journal();
    RunFacts facts = journal.facts();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", FORMAT).put("version", VERSION);
    json.put("id", facts.id()).put("preset", facts.preset());
    json.put("started", Instant.ofEpochMilli(facts.startedAt()).toString());
    json.put("judged", Instant.ofEpochMilli(journal.now()).toString());
    json.put("finished", journal.finished());
    json.put("mcpUrl", facts.mcpUrl());
    json.putObject("options")
        .put("guided", facts.options().guided())
        .put("slowSeconds", facts.options().slowSeconds());
    facts.issuers().forEach(json.putArray("issuers")::add);
    run.skips().forEach(json.putArray("skips")::add);
    json.put("exchanges", journal.exchanges().size());
    json.put("provocations", journal.provocations().size());
    return json;
  }

  private static void line(Writer writer, String name, ObjectNode value) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set(name, value);
    line(writer, json);
  }

  private static void line(Writer writer, ObjectNode json) throws IOException {
    writer.write(JournalJson.write(json));
    writer.write('\n');
  }
}
