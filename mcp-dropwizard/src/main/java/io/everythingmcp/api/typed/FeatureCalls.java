package io.everythingmcp.api.typed;

import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.RequestOutcome;
import java.util.function.Function;

/** How calls of typed features end. */
final class FeatureCalls {
  private FeatureCalls() {}

  /** A call whose arguments may be refused. */
  @FunctionalInterface
  interface ArgumentCall {
    Object run() throws InvalidArgumentException;
  }

  /** The result of a tool, its error, or why its arguments are refused. */
  static RequestOutcome tool(String name, ArgumentCall call) {
    try {
      return ToolResults.outcome(call.run());
    } catch (ToolErrorException e) {
      return RequestOutcome.toolError(String.valueOf(e.getMessage()));
    } catch (InvalidArgumentException e) {
      return RequestOutcome.invalidToolArguments(name, e.getMessage());
    }
  }

  /** Returns the result of a prompt or a resource, or the error. */
  static RequestOutcome other(
      ArgumentCall call,
      Function<Object, RequestOutcome> result,
      Function<InvalidArgumentException, RequestOutcome> refusal) {
    try {
      Object value = call.run();
      return value instanceof RequestOutcome outcome ? outcome : result.apply(value);
    } catch (ToolErrorException e) {
      return RequestOutcome.failed(ErrorKind.INVALID_PARAMS, String.valueOf(e.getMessage()));
    } catch (InvalidArgumentException e) {
      return refusal.apply(e);
    }
  }
}
