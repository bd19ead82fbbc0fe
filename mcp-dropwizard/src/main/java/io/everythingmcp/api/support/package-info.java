/**
 * Small helpers for whoever writes a feature: schemas, hints and contents.
 *
 * <p>Nothing in here is part of the protocol and nothing in here decides anything; a feature can be
 * written without it. It keeps the classes of the features short enough to be read at once.
 *
 * <ul>
 *   <li>{@link io.everythingmcp.api.support.SchemaBuilder} and {@link
 *       io.everythingmcp.api.support.SchemaProperty}: JSON Schema 2020-12 as plain maps
 *   <li>{@link io.everythingmcp.api.support.ToolHints}: what a tool says about its behaviour
 *   <li>{@link io.everythingmcp.api.support.ContentBlocks}: the parts of results
 * </ul>
 *
 * <p>Who may use it: the features. What it may use: the SDK's schema types, {@code feature}, {@code
 * wire} and the JDK.
 */
package io.everythingmcp.api.support;
