package io.everythingmcp.bench.process;

/** Waits until nobody else uses the machine. */
public final class Quiet {
    private static final long LOOK_MILLIS = 300;

    private Quiet() {}

    /** Returns after {@code maxSeconds} at the latest, quiet or not. */
    public static void await(double maxForeignShare, int maxSeconds) throws InterruptedException {
        long looks = maxSeconds * 1000L / LOOK_MILLIS;
        for (long look = 0; look < looks; look++) {
            double before = Proc.machineCpuSeconds();
            Thread.sleep(LOOK_MILLIS);
            double busy = (Proc.machineCpuSeconds() - before) * 1000 / LOOK_MILLIS;
            if (busy <= maxForeignShare) {
                return;
            }
        }
    }
}
