package io.everythingmcp.bench;

import io.everythingmcp.bench.companion.DropwizardServer;
import io.everythingmcp.bench.companion.RawServer;
import io.everythingmcp.bench.companion.SdkServer;
import io.everythingmcp.bench.run.CallBench;
import io.everythingmcp.bench.run.LoadProcess;
import io.everythingmcp.bench.run.ToolBench;
import io.everythingmcp.bench.streams.StreamBench;
import java.util.Arrays;

/** The first argument selects the process: a companion server, the load generator or a benchmark. */
public final class LoadRig {
    private static final String USAGE = """
            usage: bench calls [--servers ours,raw,dropwizard,sdk] [--rounds 80] [--millis 250] [--warmup 200000] ...
                   bench streams [--servers ours] [--streams 5000] ...
                   bench tools [--rounds 200] [--millis 150] ...
                   bench raw|dropwizard|sdk <port>
                   bench load                        (started by calls)
            README.md has every option.""";

    private LoadRig() {}

    public static void main(String[] args) throws Exception {
        try {
            start(args);
        } catch (IllegalArgumentException | IllegalStateException mistake) {
            System.err.println(mistake.getMessage());
            System.exit(2);
        }
    }

    private static void start(String[] args) throws Exception {
        String mode = args.length == 0 ? "" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (mode) {
            case "raw" -> RawServer.start(Integer.parseInt(rest[0]));
            case "dropwizard" -> DropwizardServer.start(Integer.parseInt(rest[0]));
            case "sdk" -> SdkServer.start(Integer.parseInt(rest[0]));
            case "load" -> LoadProcess.serve(System.in, System.out);
            case "calls" -> System.exit(CallBench.run(Options.parse(rest)));
            case "tools" -> System.exit(ToolBench.run(Options.parse(rest)));
            case "streams" -> System.exit(StreamBench.run(Options.parse(rest)));
            default -> {
                System.err.println(USAGE);
                System.exit(64);
            }
        }
    }
}
