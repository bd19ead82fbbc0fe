package io.everythingmcp.conformance.junit;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.clientrun.ClientCheckRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Provides tests with runs, and evaluates them. */
final class ClientCheckExtension implements ParameterResolver, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(ClientCheckExtension.class);
  private static final String RUN = "run";
  private static final String SERVER = "server";
  private static final String REPORTS = "mcp.client-check.reports";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getTestMethod().isPresent()
        && parameter.getParameter().getType() == ClientCheckRun.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return store(context).getOrComputeIfAbsent(RUN, key -> start(context), ClientCheckRun.class);
  }

  private static ClientCheckRun start(ExtensionContext context) {
    CheckServerChoice server =
        store(context.getRoot())
            .getOrComputeIfAbsent(
                SERVER, key -> CheckServerChoice.of(context), CheckServerChoice.class);
    return ClientCheckRun.start(server.access(), annotation(context).preset());
  }

  private static ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    ClientCheckRun run = store(context).get(RUN, ClientCheckRun.class);
    if (run == null) {
      requireNoRun(context);
      return;
    }
    if (!context
        .getExecutionException()
        .filter(TestAbortedException.class::isInstance)
        .isPresent()) {
      judge(run, context);
    }
    run.delete();
  }

  /** An annotated method without the parameter would check nothing. */
  private static void requireNoRun(ExtensionContext context) {
    Method test = context.getRequiredTestMethod();
    if (test.isAnnotationPresent(McpClientCheck.class)
        && context.getExecutionException().isEmpty()) {
      throw new AssertionError(
          "@McpClientCheck on %s: expected a parameter of type ClientCheckRun"
              .formatted(test.getName()));
    }
  }

  private static void judge(ClientCheckRun run, ExtensionContext context) {
    McpClientCheck options = annotation(context);
    JsonNode unfinished = run.report();
    ClientCheckVerdict verdict =
        ClientCheckVerdict.of(run.finish(), unfinished.path("next"), options);
    context.getConfigurationParameter(REPORTS).ifPresent(folder -> store(run, folder, context));
    String warnings = String.join("\n", verdict.warnings());
    if (!warnings.isEmpty() && options.unmetShould() == UnmetShould.REPORT) {
      context.publishReportEntry("unmet SHOULD", warnings);
    }
    if (!verdict.failures().isEmpty()) {
      throw new AssertionError(verdict.headline() + "\n" + String.join("\n", verdict.failures()));
    }
    if (!warnings.isEmpty() && options.unmetShould() == UnmetShould.FAIL) {
      throw new AssertionError(verdict.headline() + "\n" + warnings);
    }
    if (!warnings.isEmpty() && options.unmetShould() == UnmetShould.ABORT) {
      throw new TestAbortedException(verdict.headline() + "\n" + warnings);
    }
  }

  private static void store(ClientCheckRun run, String folder, ExtensionContext context) {
    String name =
        (context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName())
            .replaceAll("[^\\w.-]+", "-");
    try {
      Path reports = Files.createDirectories(Path.of(folder));
      Files.writeString(reports.resolve(name + ".html"), run.download("report.html"));
    } catch (IOException e) {
      throw new UncheckedIOException(REPORTS + ": the report cannot be stored: " + e, e);
    }
  }

  /** The annotation of the method, of its class, or of an enclosing class. */
  private static McpClientCheck annotation(ExtensionContext context) {
    McpClientCheck found = context.getRequiredTestMethod().getAnnotation(McpClientCheck.class);
    for (Class<?> type = context.getRequiredTestClass();
        found == null && type != null;
        type = type.getEnclosingClass()) {
      found = type.getAnnotation(McpClientCheck.class);
    }
    return Optional.ofNullable(found)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    context.getRequiredTestClass().getName()
                        + " has no annotation @McpClientCheck"));
  }
}
