// A small history for tests of certificates, and certificates of questions in text.
#pragma once

#include "inforce/inforce.h"
#include "tests/support/catch.h"
#include "tests/support/rules.h"

namespace inforce::test {

inline std::string certified_rules() {
  return "inforce: 1\n"
         "defaults: {jurisdiction: US, time_zone: UTC, regime: chips}\n"
         "coverage:\n"
         "  chips: {title: Chips, from: 2024-01-01, reviewed: 2025-12-31, scope: item = chip}\n"
         "  ships: {title: Ships, from: 2024-01-01, reviewed: 2025-06-30, scope: item = ship}\n"
         "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n"
         "vocabulary:\n"
         "  item: {type: code, title: Item}\n"
         "  use: {type: text, title: Use}\n"
         "  place: {type: text, title: Named like a member of reasons}\n"
         "  limit: {type: number, title: Limit}\n"
         "restrictions:\n"
         "  ban: {title: A ban, kind: prohibition, scope: item = chip and use = war}\n"
         "  old: {title: An old ban, kind: prohibition, scope: item = chip}\n"
         "  new: {title: A new ban, kind: prohibition, scope: item = chip}\n"
         "  none: {title: A ban that never was, kind: prohibition, scope: item = chip}\n"
         "  bill: {title: A bill, kind: proposal}\n"
         "authorizations:\n"
         "  leave: {title: A leave, releases: [ban], scope: item = chip}\n"
         "events:\n"
         "  - {id: a, title: A, date: 2025-01-01, sources: [s], effects: [{impose: ban, limit: 0.1, place: here},\n"
         "     {impose: old, through: 2025-02-28}, {impose: bill}]}\n"
         "  - {id: b, title: B, date: 2025-06-01, known: 2025-06-01, sources: [s], effects: [{impose: new}]}\n"
         "  - {id: c, title: C, date: 2025-01-01, sources: [s], effects: [{impose: none, effective: 2025-04-01}]}\n"
         "  - {id: d, title: D, date: 2025-02-01, sources: [s], retracts: [c], reason: withdrawn}\n"
         "  - {id: e, title: E, date: 2025-05-01, evidence: reported, sources: [s], effects: [{impose: leave}]}\n"
         "  - {id: f, title: F, date: 2026-01-01, evidence: proposed, sources: [s], effects: [{lift: ban}]}\n";
}

inline Timeline timeline_of(const std::string& text) {
  const Compiled compiled(text);
  INFO((compiled.timeline ? std::string() : compiled.messages().front()));
  REQUIRE(compiled.timeline);
  return *compiled.timeline;
}

inline std::string certified(const Timeline& timeline, const std::string& question) {
  INFO(question);
  Sources sources;
  const auto query = parse_query(question, sources);
  REQUIRE(query.ok());
  const auto document = certificate(timeline, *query);
  REQUIRE(document.ok());
  return *document;
}

/// The text with one place replaced.
inline std::string changed(std::string text, const std::string& seen, const std::string& by) {
  const auto at = text.find(seen);
  REQUIRE(at != std::string::npos);
  return text.replace(at, seen.size(), by);
}

}  // namespace inforce::test
