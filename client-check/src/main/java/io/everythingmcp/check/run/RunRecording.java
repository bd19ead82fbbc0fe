package io.everythingmcp.check.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.everythingmcp.check.journal.CredentialRedaction;
import io.everythingmcp.check.journal.ExportedRun;
import io.everythingmcp.check.journal.InvalidExportException;
import io.everythingmcp.check.journal.JournalJson;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedHeader;
import io.everythingmcp.check.journal.RecordedProvocation;
import io.everythingmcp.check.journal.RunFacts;
import io.everythingmcp.check.journal.RunJournal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What was recorded in a run, within its limits. If several instances serve the run, each has a
 * copy, which it completes from the log before it is read.
 */
final class RunRecording {
  private final RunJournal journal;
  private final CredentialRedaction redaction;
  private final RunLimits limits;
  private final RunBudget budget;
  private final Optional<RunSharing> sharing;
  private final Optional<SharedLog> log;
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicInteger counted = new AtomicInteger();
  private final List<Long> skips = new CopyOnWriteArrayList<>();
  private final LogReader reader = new LogReader();

  /**
   * Creates an empty recording.
   *
   * @param run the id of the run, the same in each instance
   * @param budget limit of all runs together
   */
  RunRecording(String run, RunFacts facts, RunBudget budget, Optional<RunSharing> sharing) {
    this.journal = new RunJournal(facts);
    this.redaction = new CredentialRedaction(run);
    this.limits = new RunLimits(budget);
    this.budget = budget;
    this.sharing = sharing;
    this.log = sharing.map(RunSharing::log);
  }

  /** Reads what other instances have recorded. */
  void refresh() {
    log.ifPresent(shared -> shared.read(reader));
  }

  /** Returns the number of the next exchange; 0 if a limit is reached, which is noted. */
  int next(long now) {
    long number = sharing.map(RunSharing::next).orElseGet(() -> (long) numbers.incrementAndGet());
    if (number > RunLimits.EXCHANGES) {
      limit(now, String.format(Locale.ROOT, "%,d exchanges", RunLimits.EXCHANGES));
      return 0;
    }
    if (limits.provocationsReached()) {
      limit(now, String.format(Locale.ROOT, "%,d faults", RunLimits.PROVOCATIONS));
      return 0;
    }
    if (!count()) {
      limit(now, "the limit of all runs of the server together");
      return 0;
    }
    return (int) number;
  }

  private void limit(long now, String which) {
    provoked(
        new RecordedProvocation(
            RecordedProvocation.LIMIT,
            now,
            0,
            JsonNodeFactory.instance.objectNode().put("limit", which)));
  }

  private boolean count() {
    boolean within = budget.exchange();
    if (within) {
      counted.incrementAndGet();
    }
    return within;
  }

  /** Adds an exchange, or what it has become. */
  void record(RecordedExchange exchange) {
    RecordedExchange kept = limits.keep(redaction.redact(exchange));
    journal.record(kept);
    log.ifPresent(shared -> shared.exchange(kept));
  }

  /**
   * Adds what another run has recorded.
   *
   * @throws InvalidExportException if it exceeds the limits
   */
  void restore(ExportedRun exported) throws InvalidExportException {
    Set<RecordedHeader> headers = new HashSet<>();
    for (RecordedExchange exchange : exported.journal().exchanges()) {
      RecordedExchange kept = limits.keep(exchange);
      // Equal headers are in memory once.
      long more =
          Stream.of(exchange.request().headers(), exchange.response().headers())
              .flatMap(list -> list.fields().stream())
              .filter(headers::add)
              .mapToLong(field -> field.name().length() + field.value().length())
              .sum();
      within(count() && kept.equals(exchange) && limits.restore(more));
      journal.record(kept);
      log.ifPresent(shared -> shared.exchange(kept));
    }
    for (RecordedProvocation provocation : exported.journal().provocations()) {
      within(limits.restoreProvocation(length(provocation)));
      provoked(provocation);
    }
    exported.skips().forEach(this::skip);
    end(exported.journal().now(), exported.journal().finished());
  }

  private static void within(boolean possible) throws InvalidExportException {
    if (!possible) {
      throw new InvalidExportException(
          "The export is too large: it exceeds the limit of one run or of all runs of the server"
              + " together; delete runs, or export a shorter one");
    }
  }

  private static long length(RecordedProvocation provocation) {
    return JournalJson.write(JournalJson.write(provocation)).length();
  }

  /**
   * Notes that the exchange {@code n}, which was received at this time, cannot be recorded.
   *
   * @param at in milliseconds since 1970
   */
  void missing(int n, long at) {
    log.ifPresent(shared -> shared.missing(n, at));
  }

  String redacted(String kind, String value) {
    return redaction.redacted(kind, value);
  }

  void provoked(RecordedProvocation provocation) {
    log.ifPresentOrElse(shared -> shared.provoked(provocation), () -> reader.provoked(provocation));
  }

  void skip(long at) {
    log.ifPresentOrElse(shared -> shared.skipped(at), () -> reader.skipped(at));
  }

  /**
   * From now on it is judged as of this moment.
   *
   * @param finished whether absence is judged too
   */
  void end(long at, boolean finished) {
    reader.ended(at, finished);
    log.ifPresent(shared -> shared.ended(at, finished));
  }

  /** Returns whether nothing more is recorded. */
  boolean isEnded() {
    return journal.isFinished() || journal.isFrozen();
  }

  boolean isFinished() {
    return journal.isFinished();
  }

  JournalSnapshot snapshot(long now) {
    JournalSnapshot read = journal.snapshot(now);
    return log.flatMap(SharedLog::unsaved)
        .map(
            missing ->
                new JournalSnapshot(
                    read.facts(),
                    read.exchanges(),
                    Stream.concat(read.provocations().stream(), Stream.of(missing)).toList(),
                    read.finished(),
                    read.now()))
        .orElse(read);
  }

  /** When steps were left out, in milliseconds since 1970. */
  List<Long> skips() {
    return List.copyOf(skips);
  }

  /** The number of the last exchange. */
  int size() {
    return journal.size();
  }

  /** Releases its part of the budget. */
  void release() {
    budget.release(limits.kept(), counted.get());
  }

  /** Completes this copy. */
  private final class LogReader implements SharedLog.Reader {
    @Override
    public Optional<RecordedExchange> known(int n) {
      return journal.find(n);
    }

    @Override
    public void exchange(RecordedExchange exchange) {
      if (exchange.n() > RunLimits.EXCHANGES) {
        return;
      }
      if (journal.find(exchange.n()).isEmpty()) {
        count();
      }
      journal.record(limits.keep(exchange));
    }

    @Override
    public void provoked(RecordedProvocation provocation) {
      if (limits.provoked(length(provocation))) {
        journal.provoked(provocation);
      }
    }

    @Override
    public void skipped(long at) {
      skips.add(at);
    }

    @Override
    public void ended(long at, boolean finished) {
      journal.freeze(at);
      if (finished) {
        journal.finish();
      }
    }
  }
}
