// A check of files in memory, and its report as short text.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/calendar/day.h"
#include "inforce/inforce.h"
#include "tests/support/expect.h"

namespace inforce::test {

using Files = std::vector<std::pair<std::string, std::string>>;

/// A rule file whose line 7 has an always-true scope (IF805), followed by `comment`; `above` stands as line 6.
inline std::string doubtful(const std::string& comment = "", const std::string& above = "# nothing") {
  return "inforce: 1\n"
         "defaults: {jurisdiction: US, time_zone: UTC}\n"
         "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n"
         "vocabulary: {d: {type: country}}\n"
         "restrictions: {m: {title: M, kind: guidance,\n" +
         above + "\n  scope: d = CN or d != CN}}" + comment +
         "\n"
         "events:\n"
         "  - {id: e, title: E, date: 2025-01-01, sources: [s], effects: [{impose: m}]}\n";
}

/// The settings of a test: today is 2025-09-01.
inline CheckSettings settings_with(std::vector<FindingRule> rules = {}) {
  CheckSettings settings;
  settings.rules = std::move(rules);
  settings.today = calendar::make_day(2025, 9, 1);
  return settings;
}

struct Checkup {
  explicit Checkup(const Files& files, const CheckSettings& settings = settings_with(),
                   std::vector<std::string> roots = {"."})
      : report(check(*memory_files(files), roots, settings, sources)) {}
  explicit Checkup(const std::string& text, const CheckSettings& settings = settings_with())
      : Checkup(Files{{"rules.yaml", text}}, settings) {}

  [[nodiscard]] std::vector<std::string> found() const { return brief(sources, report.found); }
  [[nodiscard]] std::vector<std::string> codes() const { return codes_of(report.found); }
  /// `IF805 the reason`, or `IF805 in the baseline`.
  [[nodiscard]] std::vector<std::string> suppressed() const {
    std::vector<std::string> lines;
    for (const Suppressed& each : report.suppressed) {
      const bool here = each.where == Suppressed::Where::in_source;
      lines.push_back(to_string(each.diagnostic.code) + " " + (here ? each.reason : "in the baseline"));
    }
    return lines;
  }

  Sources sources;
  CheckReport report;
};

using Lines = std::vector<std::string>;

}  // namespace inforce::test
