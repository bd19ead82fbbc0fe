package io.everythingmcp.bench.process;

/** Waits for quiet on the machine or in a server. */
public final class Quiet {
    private static final double IDLE_COMPILERS = 0.02;
    private static final long LOOK_MILLIS = 300;

    private Quiet() {}

    /** Waits until the compilers of a JVM have nothing to do; returns after {@code maxSeconds} at the latest. */
    public static void awaitCompilers(long pid, int maxSeconds) throws InterruptedException {
        for (int second = 0; second < maxSeconds; second++) {
            double before = Proc.compilerSeconds(pid);
            Thread.sleep(1000);
            if (Proc.compilerSeconds(pid) - before <= IDLE_COMPILERS) {
                return;
            }
        }
    }

    /** Waits until the machine is idle; returns after {@code maxSeconds} at the latest. */
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
