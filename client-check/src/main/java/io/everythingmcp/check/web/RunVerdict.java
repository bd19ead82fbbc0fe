package io.everythingmcp.check.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.run.StepProgress;

/**
 * What is said about a run.
 *
 * @param report as it is published
 * @param headline in one sentence
 * @param official the checks in the form of the official suite
 * @param progress which steps were seen
 */
public record RunVerdict(
    ObjectNode report, String headline, ArrayNode official, StepProgress progress) {}
