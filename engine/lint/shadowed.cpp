// Restrictions that say nothing which another of the same regime does not say too: at least as severe, in force
// whenever they are, with a scope that theirs implies, released by nothing that does not release them too.
#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "engine/diagnostics/report.h"
#include "engine/lint/scopes.h"
#include "engine/model/scope_logic.h"

namespace inforce::lint {
namespace {

using model::Kind;
using model::Measure;
using model::MeasureId;
using syntax::Condition;
using syntax::Operator;
using timeline::Segment;
using timeline::State;

/// A restriction that can shadow or be shadowed: one set of attributes, exact dates.
struct Candidate {
  MeasureId id;
  std::uint32_t attributes = 0;
  std::vector<Period> in_any;    ///< In a spell and not suspended; joined.
  std::vector<Period> in_force;  ///< Without grace.
};

void join(std::vector<Period>& periods, const Segment& segment) {
  if (!periods.empty() && periods.back().before == segment.from) {
    periods.back().before = segment.before;
  } else {
    periods.push_back({segment.from, segment.before});
  }
}

bool lies_within(const std::vector<Period>& inner, const std::vector<Period>& outer) {
  auto at = outer.begin();
  for (const Period& period : inner) {
    while (at != outer.end() && at->before < period.before) ++at;
    if (at == outer.end() || period.from < at->from) return false;
  }
  return true;
}

/// Of a case with several values of one attribute a negation is about all of them, so implication is not to be judged
/// by cases with one.
bool has_negation(const Condition& condition) {
  return condition.op == Operator::negate || condition.op == Operator::unequal ||
         std::ranges::any_of(condition.operands, has_negation);
}

bool is_equality(const Condition& test) { return test.op == Operator::equal || test.op == Operator::in; }

/// An attribute, with a value or alone.
std::string word_of(const std::string& attribute, const std::string* value) {
  return value == nullptr ? attribute : attribute + "=" + *value;
}

void add_words(const Condition& condition, std::vector<std::string>& words) {
  for (const Condition& operand : condition.operands) add_words(operand, words);
  if (condition.attribute.empty()) return;
  words.push_back(word_of(condition.attribute, nullptr));
  if (!is_equality(condition)) return;
  for (const std::string& value : condition.values) words.push_back(word_of(condition.attribute, &value));
}

/// Who may cover a restriction, by the words of its scope: what implies a conjunction nearly always names, for each of
/// its tests of equality, one of the values. So one is filed under the values of its rarest such test; without any,
/// under all its words.
class Coverers {
 public:
  Coverers(const model::Rulebook& rules, const std::vector<Candidate>& all) : rules_(rules) {
    for (const Candidate& each : all) {
      for (const std::string& word : words_of(each.id)) ++frequency_[word];
    }
    for (std::uint32_t i = 0; i < all.size(); ++i) add(all[i].id, i);
  }

  /// Indices into the list, sorted.
  [[nodiscard]] std::vector<std::uint32_t> of(MeasureId id) const {
    std::vector<std::uint32_t> found;
    const auto add = [&](const std::vector<std::uint32_t>& more) {
      if (more.size() <= most_alike) found.insert(found.end(), more.begin(), more.end());
    };
    add(unconditional_);
    for (const std::string& word : words_of(id)) {
      const auto at = by_word_.find(word);
      if (at != by_word_.end()) add(at->second);
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  /// Where more are filed under one word they are made by a list, not by a writer who overlooked one of them.
  static constexpr std::size_t most_alike = 64;

  [[nodiscard]] std::vector<std::string> words_of(MeasureId id) const {
    std::vector<std::string> words;
    if (const Condition* scope = model::scope_of(rules_[id])) add_words(*scope, words);
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  void add(MeasureId id, std::uint32_t index) {
    const Condition* scope = model::scope_of(rules_[id]);
    if (scope == nullptr) {
      unconditional_.push_back(index);
      return;
    }
    std::vector<std::string> rarest = words_of(id);
    std::size_t least = SIZE_MAX;
    const auto consider = [&](const Condition& test) {
      if (!is_equality(test)) return;
      std::vector<std::string> words;
      std::size_t most = 0;
      for (const std::string& value : test.values) {
        words.push_back(word_of(test.attribute, &value));
        most = std::max(most, frequency_.at(words.back()));
      }
      if (most < least) std::tie(least, rarest) = std::pair(most, std::move(words));
    };
    consider(*scope);
    if (scope->op == Operator::all_of) std::ranges::for_each(scope->operands, consider);
    for (std::string& word : rarest) by_word_[std::move(word)].push_back(index);
  }

  const model::Rulebook& rules_;
  std::map<std::string, std::size_t> frequency_;
  std::map<std::string, std::vector<std::uint32_t>> by_word_;
  std::vector<std::uint32_t> unconditional_;
};

class ShadowDoubts {
 public:
  ShadowDoubts(const timeline::Compiled& compiled, std::vector<Diagnostic>& found)
      : compiled_(compiled), rules_(compiled.rulebook.model()), found_(found) {}

  void look_at_all() {
    std::map<std::tuple<std::string, std::string, std::string>, std::vector<Candidate>> regimes;
    for (std::uint32_t i = 0; i < rules_.measures.size(); ++i) {
      auto candidate = candidate_of({i});
      const Measure& measure = rules_.measures[i];
      if (candidate) {
        regimes[{measure.jurisdiction, measure.authority, measure.regime}].push_back(std::move(*candidate));
      }
    }
    for (const auto& [regime, candidates] : regimes) look_at(candidates);
  }

 private:
  [[nodiscard]] std::optional<Candidate> candidate_of(MeasureId id) const {
    const Measure& measure = rules_[id];
    const bool severe = measure.kind == Kind::prohibition || measure.kind == Kind::licence_requirement;
    if (!severe || !measure.parts.empty() || compiled_.measures[id.value].inexact) return std::nullopt;
    const auto segments = timeline::history(compiled_, id, std::nullopt, timeline::Certainty::certain);
    if (segments.empty()) return std::nullopt;
    Candidate candidate{id, segments.front().attributes, {}, {}};
    for (const Segment& segment : segments) {
      if (segment.attributes != candidate.attributes) return std::nullopt;
      if (segment.state == State::suspended) continue;
      join(candidate.in_any, segment);
      if (segment.state == State::in_force) join(candidate.in_force, segment);
    }
    return candidate;
  }

  void look_at(const std::vector<Candidate>& all) {
    const Coverers coverers(rules_, all);
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      for (const std::uint32_t other : coverers.of(all[i].id)) {
        if (other == i || !covers(all[other], all[i])) continue;
        // Two that cover each other are doubted once, at the later.
        const bool mutual = covers(all[i], all[other]);
        if (mutual && rules_[all[i].id].span < rules_[all[other].id].span) continue;
        report(all[i].id, all[other].id);
        break;
      }
    }
  }

  bool covers(const Candidate& wide, const Candidate& narrow) {
    const Measure& outer = rules_[wide.id];
    const Measure& inner = rules_[narrow.id];
    const bool says_more = !inner.requires_conduct.empty() || !inner.forbids_conduct.empty() ||
                           (inner.basis != outer.basis && !inner.basis.empty());
    if (says_more || outer.kind > inner.kind || wide.attributes != narrow.attributes || narrow.in_any.empty())
      return false;
    if (!std::ranges::includes(inner.released_by, outer.released_by)) return false;
    return lies_within(narrow.in_any, wide.in_force) && implies(model::scope_of(inner), model::scope_of(outer));
  }

  bool implies(const Condition* narrow, const Condition* wide) {
    if (wide == nullptr) return true;
    if (narrow == nullptr || left_ == 0 || has_negation(*wide)) return false;
    --left_;
    Condition outside;
    outside.op = Operator::negate;
    outside.operands.push_back(*wide);
    const std::array<const Condition*, 2> both{narrow, &outside};
    return !model::satisfiable(rules_, both);
  }

  void report(MeasureId narrow, MeasureId wide) {
    const Measure& inner = rules_[narrow];
    const Measure& outer = rules_[wide];
    Diagnostic& diagnostic = found_.emplace_back(
        diagnostics::make(codes::restriction_shadowed,
                          "`" + inner.id + "` says nothing that `" + outer.id +
                              "` does not: it covers all its cases, whenever it is in force",
                          inner.span, "check its scope; if it is another provision, give it its `basis`"));
    diagnostic.related.push_back({outer.span, "covers it"});
  }

  static constexpr std::size_t most_searches = 5'000;

  const timeline::Compiled& compiled_;
  const model::Rulebook& rules_;
  std::vector<Diagnostic>& found_;
  std::size_t left_ = most_searches;  ///< Searches that this run may still make.
};

}  // namespace

void doubt_shadowed(const Subject& subject, std::vector<Diagnostic>& found) {
  if (subject.compiled != nullptr) ShadowDoubts(*subject.compiled, found).look_at_all();
}

}  // namespace inforce::lint
