package io.everythingmcp.bench.run;

import java.util.List;

final class Numbers {
    /** The middle half of a normal distribution, in standard deviations. */
    private static final double NORMAL_MIDDLE_HALF = 1.349;

    /** The standard error of a median in that of a mean. */
    private static final double ERROR_OF_MEDIAN = 1.253;

    private Numbers() {}

    /** NaN for an empty list. */
    static double median(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The standard error of the median of values that are nearly normally distributed; NaN for less than four. */
    static double errorOfMedian(List<Double> values) {
        if (values.size() < 4) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        double middleHalf = sorted.get(sorted.size() * 3 / 4) - sorted.get(sorted.size() / 4);
        return middleHalf / NORMAL_MIDDLE_HALF * ERROR_OF_MEDIAN / Math.sqrt(sorted.size());
    }
}
