package io.everythingmcp.server.configuration.presentation;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Min;

/** Page sizes of single lists; 0 for the common page size. */
public class PageSizeConfiguration {
  @Min(0)
  private int tools;

  @Min(0)
  private int prompts;

  @Min(0)
  private int resources;

  @Min(0)
  private int resourceTemplates;

  @Min(0)
  private int tasks;

  /** Of {@code tools/list}. */
  @JsonProperty
  public int getTools() {
    return tools;
  }

  @JsonProperty
  public void setTools(int tools) {
    this.tools = tools;
  }

  /** Of {@code prompts/list}. */
  @JsonProperty
  public int getPrompts() {
    return prompts;
  }

  @JsonProperty
  public void setPrompts(int prompts) {
    this.prompts = prompts;
  }

  /** Of {@code resources/list}. */
  @JsonProperty
  public int getResources() {
    return resources;
  }

  @JsonProperty
  public void setResources(int resources) {
    this.resources = resources;
  }

  /** Of {@code resources/templates/list}. */
  @JsonProperty
  public int getResourceTemplates() {
    return resourceTemplates;
  }

  @JsonProperty
  public void setResourceTemplates(int resourceTemplates) {
    this.resourceTemplates = resourceTemplates;
  }

  /** Of {@code tasks/list}. */
  @JsonProperty
  public int getTasks() {
    return tasks;
  }

  @JsonProperty
  public void setTasks(int tasks) {
    this.tasks = tasks;
  }
}
