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

  /**
   * Pages of {@code tools/list}; 0 means {@code pageSize}, here and below. {@code config.yml} has
   * 20.
   */
  @JsonProperty
  public int getTools() {
    return tools;
  }

  @JsonProperty
  public void setTools(int tools) {
    this.tools = tools;
  }

  /** Pages of {@code prompts/list}; {@code config.yml} has 3. */
  @JsonProperty
  public int getPrompts() {
    return prompts;
  }

  @JsonProperty
  public void setPrompts(int prompts) {
    this.prompts = prompts;
  }

  /** Pages of {@code resources/list}. */
  @JsonProperty
  public int getResources() {
    return resources;
  }

  @JsonProperty
  public void setResources(int resources) {
    this.resources = resources;
  }

  /** Pages of {@code resources/templates/list}; {@code config.yml} has 3. */
  @JsonProperty
  public int getResourceTemplates() {
    return resourceTemplates;
  }

  @JsonProperty
  public void setResourceTemplates(int resourceTemplates) {
    this.resourceTemplates = resourceTemplates;
  }

  /** Pages of {@code tasks/list}. */
  @JsonProperty
  public int getTasks() {
    return tasks;
  }

  @JsonProperty
  public void setTasks(int tasks) {
    this.tasks = tasks;
  }
}
