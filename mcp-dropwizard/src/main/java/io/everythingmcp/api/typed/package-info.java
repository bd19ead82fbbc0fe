/**
 * Tools, prompts, resources and questions from Java types.
 *
 * <ul>
 *   <li>{@link io.everythingmcp.api.typed.AnnotatedFeatures}: a catalog of annotated methods
 *   <li>{@link io.everythingmcp.api.typed.TypedTool}: a tool of a record and a function
 *   <li>{@link io.everythingmcp.api.typed.TypedInput}: a question to the user with a typed answer
 *   <li>{@link io.everythingmcp.api.typed.ToolErrorException}: an error that the model is to read
 * </ul>
 *
 * <p>The JSON Schema of a type comes from victools jsonschema-generator; values are read and
 * written by Jackson and checked by Jakarta Validation.
 */
package io.everythingmcp.api.typed;
