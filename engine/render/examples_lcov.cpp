#include <algorithm>
#include <map>
#include <set>

#include "engine/render/examples.h"

namespace inforce {

namespace {

/// What is told of one line.
struct Line {
  bool reached = true;
  std::vector<std::pair<bool, bool>> branches;  // one block each: both of its ways, taken or not
};

using Lines = std::map<std::uint32_t, Line>;

class Tracefile {
 public:
  Tracefile(const query::ExamplesCoverage& coverage, const model::Rulebook& rules,
            const std::vector<std::string>& paths)
      : rules_(rules), coverage_(coverage), paths_(paths.begin(), paths.end()) {
    add_effects();
    for (const auto& boundary : coverage.boundaries) {
      auto* line = line_of(rules[boundary.by].span);
      if (line != nullptr) line->branches.emplace_back(boundary.before_asked, boundary.itself_asked);
    }
    for (const auto& seen : coverage.measures) {
      auto* line = line_of(rules[seen.measure].span);
      if (line == nullptr) continue;
      line->reached = line->reached && seen.applying;
      if (rules[seen.measure].scope) line->branches.emplace_back(seen.applying, seen.otherwise);
    }
    for (const auto& branch : coverage.branches) {
      auto* line = line_of(branch.span);
      if (line == nullptr) continue;
      line->reached = line->reached && (branch.met || branch.unmet);
      line->branches.emplace_back(branch.met, branch.unmet);
    }
  }

  [[nodiscard]] std::string text() const {
    std::string all;
    for (const auto& [path, lines] : files_) all += text_of(path, lines);
    return all;
  }

 private:
  Line* line_of(Span span) {
    const auto place = rules_.texts.begin_of(span);
    const std::string path(place.path);
    return paths_.count(path) == 0 ? nullptr : &files_[path][place.line];
  }

  void mark(const std::optional<model::DateExpression>& date, bool reached) {
    if (!date) return;
    if (auto* line = line_of(date->span)) line->reached = line->reached && reached;
  }

  /// Dates are as well reached as the effects that follow from them.
  void add_effects() {
    std::map<model::EventId, bool> reached;
    for (const auto& counted : coverage_.effects) {
      const auto& effect = rules_[counted.effect];
      if (auto* line = line_of(effect.span)) line->reached = line->reached && counted.reached;
      for (const auto* date : {&effect.effective, &effect.through, &effect.before, &effect.compliance}) {
        mark(*date, counted.reached);
      }
      reached[effect.event] = reached[effect.event] || counted.reached;
    }
    for (const auto& [event, any] : reached) {
      for (const auto& date : rules_[event].dates) mark(date, any);
    }
  }

  /// `-` where the branch was never come to, else how often that way was taken: once is enough.
  static std::string_view times(bool never, bool taken) { return never ? "-" : taken ? "1" : "0"; }

  static std::string branches_of(const Lines& lines) {
    std::string text;
    std::size_t ways = 0;
    std::size_t taken = 0;
    for (const auto& [number, line] : lines) {
      std::size_t block = 0;
      for (const auto& [first, second] : line.branches) {
        const auto start = "BRDA:" + std::to_string(number) + "," + std::to_string(block++) + ",";
        const bool never = !first && !second;
        text += start + "0," + std::string(times(never, first)) + "\n";
        text += start + "1," + std::string(times(never, second)) + "\n";
        ways += 2;
        taken += static_cast<std::size_t>(first) + static_cast<std::size_t>(second);
      }
    }
    return text + "BRF:" + std::to_string(ways) + "\nBRH:" + std::to_string(taken) + "\n";
  }

  static std::string text_of(const std::string& path, const Lines& lines) {
    std::string text = "TN:\nSF:" + path + "\n" + branches_of(lines);
    std::size_t hit = 0;
    for (const auto& [number, line] : lines) {
      text += "DA:" + std::to_string(number) + "," + (line.reached ? "1" : "0") + "\n";
      hit += line.reached ? 1U : 0U;
    }
    return text + "LF:" + std::to_string(lines.size()) + "\nLH:" + std::to_string(hit) + "\nend_of_record\n";
  }

  const model::Rulebook& rules_;
  const query::ExamplesCoverage& coverage_;
  std::set<std::string> paths_;
  std::map<std::string, Lines> files_;
};

}  // namespace

std::string coverage_lcov(const query::ExamplesCoverage& coverage, const model::Rulebook& rules,
                          const std::vector<std::string>& paths) {
  return Tracefile(coverage, rules, paths).text();
}

}  // namespace inforce
