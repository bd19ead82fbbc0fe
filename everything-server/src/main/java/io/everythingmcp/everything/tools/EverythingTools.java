package io.everythingmcp.everything.tools;

import io.everythingmcp.api.Tool;
import io.everythingmcp.everything.tools.input.CollectDetailsTool;
import io.everythingmcp.everything.tools.input.ElicitInputsTool;
import io.everythingmcp.everything.tools.input.ElicitUrlTool;
import io.everythingmcp.everything.tools.input.ListRootsTool;
import io.everythingmcp.everything.tools.input.SampleLlmTool;
import java.util.List;

/** All tools of the everything server, in the order they are listed. */
public final class EverythingTools {
  private EverythingTools() {}

  /** The tools that are there from the start; the first one takes no arguments. */
  public static List<Tool> all() {
    return List.of(
        new TinyImageTool(),
        new EchoTool(),
        new AddNumbersTool(),
        new LongRunningOperationTool(),
        new SampleLlmTool(),
        new AnnotatedMessageTool(),
        new ResourceReferenceTool(),
        new ResourceLinksTool(),
        new StructuredContentTool(),
        new StructuredContentListTool(),
        new RegionalGreetingTool(),
        new ElicitInputsTool(),
        new ElicitUrlTool(),
        new CollectDetailsTool(),
        new ListRootsTool(),
        new WhoAmITool(),
        new TinyAudioTool(),
        new CreateSessionResourceTool(),
        new ToggleLoggingTool(),
        new ToggleUpdatesTool(),
        ChangeToolListTool.adding(),
        ChangeToolListTool.removing(),
        new AnnounceChangeTool(),
        new FailOnPurposeTool());
  }

  /** Tools that are not listed at the start and can be added by name. */
  public static List<Tool> prepared() {
    return List.of(new ExtraTool());
  }
}
