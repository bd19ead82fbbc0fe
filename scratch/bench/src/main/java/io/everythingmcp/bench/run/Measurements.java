package io.everythingmcp.bench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The slices kept, per server and round. */
final class Measurements {
    private static final double STILL_RISING = 1.25;

    private final Map<String, Map<Integer, Slice>> kept = new LinkedHashMap<>();
    private final Map<String, Integer> dropped = new LinkedHashMap<>();

    Measurements(List<String> servers) {
        servers.forEach(server -> kept.put(server, new LinkedHashMap<>()));
    }

    void keep(String server, int round, Slice slice) {
        kept.get(server).put(round, slice);
    }

    void drop(String server) {
        dropped.merge(server, 1, Integer::sum);
    }

    boolean has(String server) {
        return kept.containsKey(server);
    }

    Iterable<String> servers() {
        return kept.keySet();
    }

    List<Slice> slices(String server) {
        return new ArrayList<>(kept.get(server).values());
    }

    int dropped(String server) {
        return dropped.getOrDefault(server, 0);
    }

    double median(String server, ToDoubleFunction<Slice> value) {
        return Numbers.median(slices(server).stream().map(value::applyAsDouble).toList());
    }

    boolean isWarm(String server) {
        return median(server, Slice::compilerShare) <= CallBench.WARM && lastQuarterOverMedian(server) <= STILL_RISING;
    }

    /** How much faster the last quarter of the slices was than all of them; NaN without slices. */
    private double lastQuarterOverMedian(String server) {
        List<Double> all = slices(server).stream().map(Slice::callsPerSecond).toList();
        return Numbers.median(all.subList(all.size() * 3 / 4, all.size())) / Numbers.median(all);
    }

    long errors() {
        return kept.values().stream()
                .flatMap(rounds -> rounds.values().stream())
                .mapToLong(Slice::errors)
                .sum();
    }

    /** A value of one server over that of another, for each round that has both. */
    List<Double> ratios(String server, String peer, ToDoubleFunction<Slice> value) {
        List<Double> ratios = new ArrayList<>();
        kept.get(server).forEach((round, slice) -> {
            Slice other = kept.get(peer).get(round);
            if (other != null) {
                ratios.add(value.applyAsDouble(slice) / value.applyAsDouble(other));
            }
        });
        return ratios;
    }

    /** Calls per second of one server over those of another, for each round that has both. */
    List<Double> ratios(String server, String peer) {
        return ratios(server, peer, Slice::callsPerSecond);
    }
}
