package io.everythingmcp.server.web;

import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** The jar of the application, as the lines of the home page call it. */
final class RunningJar {
  private static final String NONE = "server.jar";

  private RunningJar() {}

  /**
   * Its path relative to the working directory of this process; otherwise its file name, because
   * the page is public.
   */
  static String path() {
    return Optional.ofNullable(RunningJar.class.getProtectionDomain().getCodeSource())
        .map(CodeSource::getLocation)
        .map(location -> Path.of(URI.create(location.toString())))
        .map(jar -> path(jar, Path.of("").toAbsolutePath()))
        .orElse(NONE);
  }

  /** Returns the same for a jar or a directory of classes. */
  static String path(Path classes, Path working) {
    if (!classes.toString().endsWith(".jar")) {
      return NONE;
    }
    Path shown = classes.startsWith(working) ? working.relativize(classes) : classes.getFileName();
    return shown.toString().replace('\\', '/');
  }
}
