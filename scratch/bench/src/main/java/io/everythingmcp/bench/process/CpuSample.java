package io.everythingmcp.bench.process;

/**
 * CPU seconds used so far, and the time of the sample.
 *
 * @param server of the server, its compiler threads included
 * @param compiler of the server's compiler threads
 * @param self of this process
 * @param foreign of all others
 */
public record CpuSample(double seconds, double server, double compiler, double self, double foreign) {
    public static CpuSample now(long serverPid) {
        double machine = Proc.machineCpuSeconds();
        double server = Proc.cpuSeconds(serverPid);
        double compiler = Proc.compilerSeconds(serverPid);
        double self = Proc.cpuSeconds(ProcessHandle.current().pid());
        return new CpuSample(System.nanoTime() / 1e9, server, compiler, self, machine - server - self);
    }

    public CpuSample since(CpuSample start) {
        return new CpuSample(
                seconds - start.seconds,
                server - start.server,
                Math.max(0, compiler - start.compiler),
                self - start.self,
                Math.max(0, foreign - start.foreign));
    }
}
