package com.acme.hello;

import io.everythingmcp.api.annotation.McpArgument;
import io.everythingmcp.api.annotation.McpPrompt;
import io.everythingmcp.api.annotation.McpResource;
import io.everythingmcp.api.annotation.McpTool;

/** The features of the server: each annotated method is a tool, a resource or a prompt. */
public final class HelloFeatures {
  static final String LANGUAGES = "hello://languages";

  @McpTool(description = "Greets by name", readOnly = true)
  public String hello(@McpArgument("The name to greet") String name) {
    return "Hello, " + name + "!";
  }

  @McpResource(uri = LANGUAGES, description = "The languages in which this server greets")
  public String languages() {
    return "English";
  }

  @McpPrompt(description = "Introduces a user to the model")
  public String introduce(@McpArgument("The name of the user") String name) {
    return "My name is " + name + ".";
  }
}
