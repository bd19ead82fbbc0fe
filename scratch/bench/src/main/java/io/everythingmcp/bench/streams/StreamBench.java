package io.everythingmcp.bench.streams;

import io.everythingmcp.bench.Options;
import io.everythingmcp.bench.process.Launcher;
import io.everythingmcp.bench.process.Proc;
import io.everythingmcp.bench.process.Server;
import java.io.IOException;
import java.util.List;

/** Idle GET streams: one fresh, unpinned server after the other. */
public final class StreamBench {
    private static final int OTHER_FILES = 500;

    private StreamBench() {}

    /** Returns 0, or 1 if our server missed a target; companions are only reported. */
    public static int run(Options options) throws IOException, InterruptedException {
        StreamSettings settings = StreamSettings.from(options);
        Launcher launcher = new Launcher(options);
        launcher.defaultVariable("KEEP_ALIVE", settings.keepAlive() + "s");
        List<String> wanted = options.list("servers", Launcher.OURS);
        options.rejectUnknown();

        if (Proc.openFilesLimit() < settings.streams() + OTHER_FILES) {
            System.err.printf(
                    "%d streams need %d open files per process, the hard limit is %d: raise it"
                            + " (ulimit -Hn, as root, or LimitNOFILE) or give a smaller --streams%n",
                    settings.streams(), settings.streams() + OTHER_FILES, Proc.openFilesLimit());
            return 2;
        }
        int status = 0;
        for (String name : wanted) {
            if (!launcher.canStart(name)) {
                System.out.println(name + " is left out: its jar is not built");
                continue;
            }
            StreamReport report = new StreamReport(System.out, settings);
            report.heading(name);
            try (Server server = launcher.start(name)) {
                boolean met = new StreamTrial(settings, server, report).run();
                status = name.equals(Launcher.OURS) && !met ? 1 : status;
            }
        }
        return status;
    }
}
