// Rule sets of a test, from text in memory to a compiled timeline, and histories as lines of text.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/timeline/compiled.h"
#include "inforce/inforce.h"
#include "tests/support/expect.h"

namespace inforce::test {

using Files = std::vector<std::pair<std::string, std::string>>;

/// What every rule set of a test needs: a zone, a source `s`, an attribute `policy` and two restrictions `m`, `n`.
inline std::string prelude() {
  return "inforce: 1\n"
         "defaults: {jurisdiction: US, time_zone: UTC}\n"
         "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n"
         "restrictions:\n"
         "  m: {title: Measure m, kind: prohibition}\n"
         "  n: {title: Measure n, kind: guidance}\n";
}

/// Loads and compiles; what was found, errors and warnings of both, is in `found`.
struct Compiled {
  Sources sources;
  std::vector<Diagnostic> found;
  std::optional<Timeline> timeline;

  explicit Compiled(const Files& files) {
    const std::vector<std::string> roots{"."};
    auto rules = load(*memory_files(files), roots, sources);
    found = rules.diagnostics();
    if (!rules) return;
    auto compiled = compile(*rules);
    found.insert(found.end(), compiled.diagnostics().begin(), compiled.diagnostics().end());
    if (compiled) timeline = *compiled;
  }
  explicit Compiled(const std::string& text) : Compiled(Files{{"rules.yaml", text}}) {}

  /// The findings as `IF510 12:3-12:9 message`, but for warnings that a small rule set cannot avoid.
  [[nodiscard]] std::vector<std::string> messages() const {
    std::vector<Diagnostic> shown;
    for (const Diagnostic& one : found) {
      if (to_string(one.code) != "IF802") shown.push_back(one);
    }
    return brief(sources, shown);
  }
  [[nodiscard]] std::vector<std::string> codes() const {
    std::vector<std::string> codes;
    for (const std::string& message : messages()) codes.push_back(message.substr(0, 5));
    return codes;
  }
};

inline std::string short_moment(Moment moment) {
  if (moment == beginning_of_time) return "..";
  if (moment == end_of_time) return "..";
  const std::string text = to_string(moment);
  return text.ends_with("T00:00:00Z") ? text.substr(0, 10) : text;
}

inline std::string word(timeline::State state) {
  switch (state) {
    case timeline::State::in_force:
      return "in-force";
    case timeline::State::grace:
      return "grace";
    case timeline::State::suspended:
      return "suspended";
    case timeline::State::absent:
      return "absent";
    case timeline::State::announced:
      return "announced";
  }
  return {};
}

/// `2025-04-09 2025-05-01 in-force policy=x by e1 e2`, a line a segment; `..` for the ends of time. Moments in UTC.
inline std::vector<std::string> history_of(const Compiled& of, const std::string& id,
                                           timeline::Certainty certainty = timeline::Certainty::certain,
                                           const std::optional<When>& known = std::nullopt) {
  if (!of.timeline) throw std::runtime_error("the rules did not compile: " + of.messages().front());
  const auto& compiled = of.timeline->compiled();
  const auto& rules = compiled.rulebook.model();
  const auto measure = model::find_measure(rules, id);
  if (!measure) throw std::runtime_error("no measure " + id);
  std::vector<std::string> lines;
  for (const timeline::Segment& segment : timeline::history(compiled, *measure, known, certainty)) {
    std::string line = short_moment(segment.from) + " " + short_moment(segment.before) + " " + word(segment.state);
    for (const auto& [name, value] : compiled.attribute_sets[segment.attributes]) {
      line += " " + name + "=" + (std::holds_alternative<std::string>(value) ? std::get<std::string>(value) : "?");
    }
    if (segment.chain != 0) line += " by";
    for (const model::EffectId effect : timeline::effects_of(compiled, segment.chain)) {
      line += " " + rules[rules[effect].event].id;
    }
    lines.push_back(line);
  }
  return lines;
}

}  // namespace inforce::test
