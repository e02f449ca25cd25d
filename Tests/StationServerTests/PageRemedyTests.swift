import ScheduleModel
import Testing

@testable import StationServer

/// Remedies of the terminal, as they are told in the browser.
struct PageRemedyTests {
  @Test(
    "a command in a remedy becomes the page that does the same, or who does it",
    arguments: [
      (
        "Make the draft anew: lichsong allocate PLAN (with --from DATE once a schedule is published).",
        "Make the draft anew: the page “Plan the rest of the year anew”."
      ),
      (
        "Move some of it to other days (lichsong move), or state the most of a day.",
        "Move some of it to other days (the page “Desk”), or state the most of a day."
      ),
      ("For a log use: lichsong import.", "For a log use: the page “Send in logs and figures”."),
      (
        "If you know better, link by hand: lichsong link PLAN FILE:LINE --shows UID (or --makes-good UID, --nothing).",
        "If you know better, link by hand: the page “Rows without a placement”."
      ),
      (
        "If it aired once, link the superfluous row with lichsong link --nothing; if twice, write “repeat”.",
        "If it aired once, link the superfluous row with the page “Rows without a placement”; if twice, write “repeat”."
      ),
      (
        "Publish it: lichsong publish PLAN --by \"NAME\".", "Publish it: the page “Publish”."
      ),
      (
        "Plan it again:\nlichsong allocate plan.yaml --from 2018-07-01",
        "Plan it again:\nThe page “Plan the rest of the year anew”."
      ),
      (
        "Look through it with lichsong audit FILE.",
        "Look through it with the tool on the server (ask its administrator)."
      ),
      (
        "Plan anew: lichsong allocate PLAN --from 2027-01-01. If there is still no place (the command says why), open more slots.",
        "Plan anew: the page “Plan the rest of the year anew”. If there is still no place (that page says why), open more slots."
      ),
      (
        "If the logs are complete and nothing of it went out, say so with --as-of 2026-11-24.",
        "If the logs are complete and nothing of it went out, put 24/11/2026 into “The logs of all outlets are complete up to” on the page “Close a period”."
      ),
      (
        "If nothing went out on those days: add --as-of and the last day up to which they are complete.",
        "If nothing went out on those days: put the last day up to which they are complete into “The logs of all outlets are complete up to” on the page “Close a period”."
      ),
      ("Leave it.", "Leave it."),
    ])
  func commands_arePages(remedy: String, told: String) {
    #expect(PageRemedy(Words(vi: remedy, en: remedy)).words.en == told)
  }
}
