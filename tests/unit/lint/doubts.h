// What the lints find in rule sets of a test, through `check`, on a day that the test gives.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/calendar/day.h"
#include "inforce/check.h"
#include "tests/support/expect.h"
#include "tests/support/rules.h"

namespace inforce::test {

using Lines = std::vector<std::string>;

inline CheckReport checked(const Files& files, Sources& sources, const std::string& today = "2025-09-01") {
  CheckSettings settings;
  if (!today.empty()) settings.today = calendar::read_day(today);
  const std::vector<std::string> roots{"."};
  return check(*memory_files(files), roots, settings, sources);
}

/// `IF830 12:3-12:9 message` of the codes IF830 to IF852 and of errors, sorted by place.
inline Lines doubts(const Files& files, const std::string& today = "2025-09-01") {
  Sources sources;
  std::vector<Diagnostic> shown;
  for (const Diagnostic& one : checked(files, sources, today).found) {
    const bool own = one.code.number >= 830 && one.code.number <= 852;
    if (own || one.severity == Severity::error) shown.push_back(one);
  }
  return brief(sources, shown);
}

inline Lines doubts(const std::string& text, const std::string& today = "2025-09-01") {
  return doubts(Files{{"rules.yaml", text}}, today);
}

/// An event on one line, with further keys in flow style.
inline std::string event(const std::string& id, const std::string& date, const std::string& rest) {
  return "  - {id: " + id + ", title: Event " + id + ", date: " + date + ", sources: [s], " + rest + "}\n";
}

}  // namespace inforce::test
