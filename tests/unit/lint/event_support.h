// What the doubts about events find in a rule set of one file, as `IF811 [2025-04-13] message`, with the words that are
// underlined.
#pragma once

#include <string>
#include <vector>

#include "inforce/check.h"
#include "tests/support/catch.h"
#include "tests/support/expect.h"

namespace inforce::test {

using Lines = std::vector<std::string>;

/// Eight lines: a zone, a calendar, a gazette that counts volumes from 1936, and two restrictions.
inline std::string event_base() {
  return "inforce: 1\n"
         "defaults: {jurisdiction: US, time_zone: America/New_York}\n"
         "calendars: {c: {range: [2000, 2030], weekend: [Sat, Sun], days: [{name: New Year, on: 01-01}], "
         "closed: [2023-10-26]}}\n"
         "gazettes: {g: {title: The Register, citation: VOLUME REG PAGE, first_year: 1936, calendar: c}}\n"
         "restrictions:\n"
         "  m: {title: Measure m, kind: prohibition}\n"
         "  n: {title: Measure n, kind: prohibition}\n"
         "\n";
}

/// All findings from IF810 to IF829; a finding of another kind, or an error, fails the test.
inline Lines event_doubts(const std::string& text) {
  Sources sources;
  const std::vector<std::string> roots{"."};
  const auto report = check(*memory_files({{"rules.yaml", event_base() + text}}), roots, {}, sources);
  Lines lines;
  for (const Diagnostic& one : report.found) {
    const std::string line =
        to_string(one.code) + " [" + std::string(sources.text(one.primary->span)) + "] " + one.message;
    if (one.code.number == 802 || one.code.number >= 830) continue;  // Doubts about measures.
    lines.push_back(one.code.number >= 810 && one.code.number <= 829 ? line : "unexpected " + line);
  }
  return lines;
}

/// The codes alone.
inline Lines event_doubt_codes(const std::string& text) {
  Lines codes;
  for (const std::string& line : event_doubts(text)) codes.push_back(line.substr(0, line.find(' ')));
  return codes;
}

/// A source `s` with those further keys, and an event `e` with those keys and an effect on `m`.
inline std::string one_event(const std::string& source, const std::string& event, const std::string& effect = "") {
  return "sources: {s: {title: S, publisher: P" + source + "}}\n" +
         "events: [{id: e, title: E, sources: [s], effects: [{impose: m" + effect + "}]" + event + "}]\n";
}

}  // namespace inforce::test
