package io.everythingmcp.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private final Random random = new Random(1);

    @Test
    void theErrorOfAMedianIsHowFarMediansAreSpread() {
        List<Double> medians =
                IntStream.range(0, 2000).mapToObj(i -> Numbers.median(normal(100))).toList();
        double spread = Math.sqrt(medians.stream().mapToDouble(m -> m * m).average().orElseThrow());
        double estimated = IntStream.range(0, 200)
                .mapToDouble(i -> Numbers.errorOfMedian(normal(100)))
                .average()
                .orElseThrow();
        assertEquals(1, estimated / spread, 0.1);
    }

    @Test
    void threeValuesHaveNoError() {
        assertTrue(Double.isNaN(Numbers.errorOfMedian(List.of(1.0, 2.0, 3.0))));
    }

    private List<Double> normal(int count) {
        return IntStream.range(0, count).mapToObj(i -> random.nextGaussian()).toList();
    }
}
