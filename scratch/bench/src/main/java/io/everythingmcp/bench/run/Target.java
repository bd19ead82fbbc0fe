package io.everythingmcp.bench.run;

import io.everythingmcp.bench.process.Launcher;
import java.util.List;
import java.util.Locale;

/** How a server of ours must compare with a peer; the floor is shown without a target. */
record Target(String subject, String peer, double atLeast) {
    static final List<Target> ALL = List.of(
            new Target(Launcher.OURS, "raw", 0),
            new Target(Launcher.OURS, "dropwizard", 0.85),
            new Target(Launcher.OURS, "sdk", 1.25),
            new Target(Launcher.ON_REDIS, Launcher.OURS, 0.60),
            new Target(Launcher.OURS, Launcher.EARLIER, 0));

    private static final int FEWEST_ROUNDS = 3;

    enum Verdict {
        MET,
        MISSED,
        NO_TARGET,
        TOO_FEW_ROUNDS,
        NOT_WARM,
        NOT_MEASURED
    }

    Verdict verdict(Measurements measured) {
        if (!measured.has(subject) || !measured.has(peer)) {
            return Verdict.NOT_MEASURED;
        }
        List<Double> ratios = measured.ratios(subject, peer);
        if (ratios.isEmpty()) {
            return Verdict.NOT_MEASURED;
        }
        if (atLeast == 0) {
            return Verdict.NO_TARGET;
        }
        if (ratios.size() < FEWEST_ROUNDS) {
            return Verdict.TOO_FEW_ROUNDS;
        }
        if (!measured.isWarm(subject) || !measured.isWarm(peer)) {
            return Verdict.NOT_WARM;
        }
        return Numbers.median(ratios) >= atLeast ? Verdict.MET : Verdict.MISSED;
    }

    String line(Measurements measured) {
        Verdict verdict = verdict(measured);
        String goal = atLeast == 0 ? "" : String.format(Locale.ROOT, ">= %.2f", atLeast);
        if (verdict == Verdict.NOT_MEASURED) {
            return String.format(Locale.ROOT, "%-17s %8s %8s   not measured", subject + "/" + peer, "-", goal);
        }
        List<Double> ratios = measured.ratios(subject, peer);
        List<Double> micros = measured.ratios(peer, subject, Slice::serverMicrosPerCall);
        return String.format(
                Locale.ROOT,
                "%-17s %8.3f %8s   %s (%d rounds, error %.3f, %.3f..%.3f); by us/call %.3f, error %.3f",
                subject + "/" + peer,
                Numbers.median(ratios),
                goal,
                verdict.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                ratios.size(),
                Numbers.errorOfMedian(ratios),
                ratios.stream().mapToDouble(r -> r).min().orElseThrow(),
                ratios.stream().mapToDouble(r -> r).max().orElseThrow(),
                Numbers.median(micros),
                Numbers.errorOfMedian(micros));
    }
}
