// What the tests on examples by others share: finding the examples, reading them, and asking the engine for days.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/calendar/day.h"
#include "engine/timeline/compiled.h"
#include "inforce/inforce.h"
#include "tests/support/catch.h"

namespace inforce::test {

/// The file of that name among the examples: in $INFORCE_EXAMPLES, else beside the sources. Says so where it is absent.
inline std::optional<std::filesystem::path> example(const std::string& name) {
  const char* given = std::getenv("INFORCE_EXAMPLES");
  const std::filesystem::path folder =
      given ? std::filesystem::path{given}
            : std::filesystem::path{INFORCE_SOURCE_DIR}.parent_path() / "shared" / "examples";
  if (std::filesystem::exists(folder / name)) return folder / name;
  std::cout << name << ": no examples here, skipped\n";
  return std::nullopt;
}

/// The lines of a file without the first `skipped`, without empty ones and without carriage returns.
inline std::vector<std::string> lines_of(const std::filesystem::path& path, std::size_t skipped = 0) {
  std::ifstream file{path, std::ios::binary};
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) lines.push_back(line);
  }
  lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(std::min(skipped, lines.size())));
  return lines;
}

inline std::vector<std::string> fields_of(const std::string& line, char separator) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == separator) {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

/// `name: 35 of 35`, with the exceptions known.
inline void print_count(const std::string& name, std::size_t passed, std::size_t all) {
  std::cout << name << ": " << passed << " of " << all << "\n";
}

inline std::string text_of(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

/// The calendars of the corpus, as `load` reads them.
inline const calendar::BusinessCalendar& corpus_calendar(const std::string& id) {
  static const auto rules = [] {
    Sources sources;
    const std::vector<std::string> roots{std::string{INFORCE_SOURCE_DIR} + "/rules/calendars"};
    return load(*disk_files(), roots, sources);
  }();
  REQUIRE(rules.ok());
  for (const model::Calendar& each : rules->model().calendars) {
    if (each.days.rules().id == id) return each.days;
  }
  throw std::runtime_error("no calendar " + id);
}

/// The day that each expression comes to, by way of rule files: an event each, with the corpus' calendars. `unresolved`
/// where there is none.
inline std::vector<std::string> days_of(const std::vector<std::string>& expressions, const std::string& calendar) {
  const std::filesystem::path corpus = std::filesystem::path{INFORCE_SOURCE_DIR} / "rules" / "calendars";
  std::string text = "inforce: 1\ndefaults: {jurisdiction: US, time_zone: UTC, calendar: " + calendar +
                     "}\nsources: {s: {title: A notice, publisher: An agency, kind: gazette}}\nevents:\n";
  for (std::size_t i = 0; i < expressions.size(); ++i) {
    text += "  - {id: e" + std::to_string(i) + ", title: An example, date: 2000-01-01, sources: [s], effective: \"" +
            expressions[i] + "\"}\n";
  }
  Sources sources;
  const std::vector<std::string> roots{"."};
  const auto files = memory_files({{"calendar.yaml", text_of(corpus / (calendar + ".yaml"))}, {"events.yaml", text}});
  const auto rules = load(*files, roots, sources);
  INFO((rules.diagnostics().empty() ? "" : rules.diagnostics().front().message));
  REQUIRE(rules.ok());
  const auto timeline = compile(*rules);
  INFO((timeline.diagnostics().empty() ? "" : timeline.diagnostics().front().message));
  REQUIRE(timeline.ok());
  std::vector<std::string> days;
  for (std::size_t i = 0; i < expressions.size(); ++i) {
    const auto event = model::find_event(rules->model(), "e" + std::to_string(i));
    const auto& times = timeline->compiled().events.at(event->value);
    days.push_back(times.effective_first ? to_string(std::chrono::floor<std::chrono::days>(*times.effective_first))
                                         : "unresolved");
  }
  return days;
}

}  // namespace inforce::test
