/**
 * Helper classes for features: schemas, annotations and content blocks.
 *
 * <p>This package is optional: a feature can be written without it, and no part of the protocol
 * depends on it.
 *
 * <ul>
 *   <li>{@link io.everythingmcp.api.support.SchemaBuilder} and {@link
 *       io.everythingmcp.api.support.SchemaProperty}: JSON Schema 2020-12 as plain maps
 *   <li>{@link io.everythingmcp.api.support.ToolHints}: tool annotations
 *   <li>{@link io.everythingmcp.api.support.ContentBlocks}: content blocks and results
 * </ul>
 *
 * <p>Dependencies: features use this package; it uses the schema types of the SDK, {@code api},
 * {@code wire} and the JDK.
 */
@NullMarked
package io.everythingmcp.api.support;

import org.jspecify.annotations.NullMarked;
