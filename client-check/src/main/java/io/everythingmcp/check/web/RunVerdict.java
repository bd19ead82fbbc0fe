package io.everythingmcp.check.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.run.StepProgress;

/**
 * Verdict on a run.
 *
 * @param report the published report
 * @param headline one sentence
 * @param official the checks in the format of the official suite
 * @param progress the completed steps
 */
public record RunVerdict(
    ObjectNode report, String headline, ArrayNode official, StepProgress progress) {}
