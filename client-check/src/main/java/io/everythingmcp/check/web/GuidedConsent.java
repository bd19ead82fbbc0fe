package io.everythingmcp.check.web;

import io.everythingmcp.check.fault.RunCall;
import io.everythingmcp.check.fault.WholeResponse;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.report.AuthorizationGuide;
import io.everythingmcp.check.run.CheckRun;

/**
 * Adds an explanation of the authorization request to the consent page of a guided run, in front of
 * its form. The form is unchanged.
 */
public final class GuidedConsent {
  /** Start of the form in the consent page of the authorization server. */
  private static final String FORM = "<form id=\"decision\"";

  /** The consent page of a run with more exchanges is unchanged: the evaluation takes too long. */
  private static final int LONGEST_RUN = 5000;

  private final CheckPages pages;

  GuidedConsent(CheckPages pages) {
    this.pages = pages;
  }

  /** Adds the explanation to the response if it is a consent page of a guided run. */
  public void explain(CheckRun run, RunCall call) {
    if (run.options().guided() && call.endpoint().isPage()) {
      call.look(response -> explain(run, call.n(), response));
    }
  }

  private void explain(CheckRun run, int n, WholeResponse response) {
    String page = response.text();
    int form = page.indexOf(FORM);
    if (form < 0) {
      return;
    }
    JournalSnapshot journal = run.snapshot();
    if (journal.exchanges().size() <= LONGEST_RUN) {
      AuthorizationGuide.of(journal, n)
          .ifPresent(
              guide ->
                  response.body(
                      page.substring(0, form) + pages.guide(run, guide) + page.substring(form)));
    }
  }
}
