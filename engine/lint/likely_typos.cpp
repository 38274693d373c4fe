// Values and regimes that are one slip away from others: written once, where the other stands often or is declared.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "engine/diagnostics/report.h"
#include "engine/lint/unused.h"

namespace inforce::lint {
namespace {

using model::Rulebook;
using syntax::Condition;
using syntax::Operator;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A slip of the pen is one in a word of letters: numbers and short codes such as `3A090.a` and `3A090.b` differ on
/// purpose.
constexpr std::size_t shortest_word = 5;
constexpr std::size_t longest_value = 64;
constexpr std::size_t often = 3;

/// Whether the word around `at` is long enough and of letters alone.
bool in_a_word(std::string_view text, std::size_t at) {
  std::size_t begin = std::min(at, text.size());
  std::size_t end = begin;
  while (begin > 0 && (is_letter(text[begin - 1]) || is_digit(text[begin - 1]))) --begin;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
  const std::string_view word = text.substr(begin, end - begin);
  return word.size() >= shortest_word && std::ranges::all_of(word, is_letter);
}

/// One letter more, less or another, or two neighbours swapped.
bool is_slip(std::string_view a, std::string_view b) {
  const auto first = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  std::string_view rest_a = a.substr(first);
  std::string_view rest_b = b.substr(first);
  while (!rest_a.empty() && !rest_b.empty() && rest_a.back() == rest_b.back()) {
    rest_a.remove_suffix(1);
    rest_b.remove_suffix(1);
  }
  const bool single = rest_a.size() <= 1 && rest_b.size() <= 1 && rest_a != rest_b;
  const bool swapped = rest_a.size() == 2 && rest_b.size() == 2 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0];
  if (!single && !swapped) return false;
  const bool letters = std::ranges::all_of(rest_a, is_letter) && std::ranges::all_of(rest_b, is_letter);
  return letters && in_a_word(a, first) && in_a_word(b, first);
}

struct Value {
  std::size_t uses = 0;
  bool declared = false;
  Span first;
};

/// Each value of codes, by attribute, with how often it is written.
class Values {
 public:
  explicit Values(const Rulebook& rules) : rules_(rules) {
    for (const auto& attribute : rules.vocabulary) {
      const bool open = attribute.type == model::AttributeType::code && attribute.values.empty();
      if (open) open_.insert(attribute.id);
    }
    for (const std::string_view attribute : {"policy", "enforcement"}) {
      if (model::find_attribute(rules, attribute) == nullptr) open_.insert(std::string(attribute));
    }
    for (const auto& regime : rules.regimes) add(regime.scope);
    for (const auto& measure : rules.measures) add(measure.scope);
    for (const auto& effect : rules.effects) add(effect);
    for (const auto& item : rules.items) {
      add(std::string(model::item_attribute), item.id, item.span, true);
      add(item.facts, item.span);
    }
    for (const auto& example : rules.examples) add(example.facts, example.span);
  }

  [[nodiscard]] const std::map<std::pair<std::string, std::string>, Value>& all() const { return values_; }

 private:
  void add(const std::string& attribute, const std::string& value, Span at, bool declared = false) {
    if (!open_.contains(attribute) || value.size() > longest_value) return;
    Value& known = values_[{attribute, value}];
    if (known.uses++ == 0) known.first = at;
    known.declared = known.declared || declared;
  }

  void add(const Facts& facts, Span at) {
    for (const auto& [attribute, values] : facts) {
      for (const std::string& value : values) add(attribute, value, at);
    }
  }

  void add(const std::optional<model::Scope>& scope) {
    if (scope) add(scope->condition);
  }

  void add(const Condition& condition) {
    for (const Condition& operand : condition.operands) add(operand);
    const bool names =
        condition.op == Operator::equal || condition.op == Operator::unequal || condition.op == Operator::in;
    for (std::size_t i = 0; names && i < condition.values.size(); ++i) {
      add(condition.attribute, condition.values[i], condition.value_spans[i]);
    }
  }

  void add(const model::Effect& effect) {
    for (const auto& [attribute, value] : effect.attributes) {
      if (const auto* text = std::get_if<std::string>(&value)) add(attribute, *text, effect.span);
    }
    add(effect.scope);
    const model::Measure& measure = rules_[effect.named];
    if (measure.kind != model::Kind::membership) return;
    add(model::find_group(rules_, measure.group)->attribute, measure.member, effect.span, !measure.names.empty());
  }

  const Rulebook& rules_;
  std::set<std::string> open_;
  std::map<std::pair<std::string, std::string>, Value> values_;
};

/// Finds the values that are one slip away: two such share a text that lacks one letter of each, or is one of them.
class Neighbours {
 public:
  using Entry = std::map<std::pair<std::string, std::string>, Value>::const_pointer;

  void add(Entry entry) {
    for (std::string& key : keys_of(entry->first)) entries_[std::move(key)].push_back(entry);
  }

  /// The one that is written most often.
  [[nodiscard]] Entry nearest(Entry to) const {
    Entry best = nullptr;
    for (const std::string& key : keys_of(to->first)) {
      const auto at = entries_.find(key);
      if (at == entries_.end()) continue;
      for (const Entry entry : at->second) {
        if (!is_slip(entry->first.second, to->first.second)) continue;
        if (best == nullptr ||
            std::pair(best->second.uses, entry->first) < std::pair(entry->second.uses, best->first)) {
          best = entry;
        }
      }
    }
    return best;
  }

 private:
  [[nodiscard]] static std::vector<std::string> keys_of(const std::pair<std::string, std::string>& of) {
    std::vector<std::string> keys{of.first + "=" + of.second};
    const std::size_t begin = of.first.size() + 1;
    const std::string whole = keys.front();
    for (std::size_t i = begin; i < whole.size(); ++i) {
      std::string shorter = whole;
      shorter.erase(i, 1);
      if (shorter != keys.back()) keys.push_back(std::move(shorter));
    }
    return keys;
  }

  std::unordered_map<std::string, std::vector<Entry>> entries_;
};

void doubt_values(const Rulebook& rules, std::vector<Diagnostic>& found) {
  const Values values(rules);
  Neighbours frequent;
  for (const auto& entry : values.all()) {
    if (entry.second.uses >= often) frequent.add(&entry);
  }
  for (const auto& entry : values.all()) {
    if (entry.second.uses > 1 || entry.second.declared) continue;
    const auto near = frequent.nearest(&entry);
    if (near == nullptr) continue;
    const auto& [attribute, value] = entry.first;
    Diagnostic& diagnostic = found.emplace_back(
        diagnostics::make(codes::likely_slip,
                          "`" + value + "` of `" + attribute + "` stands here alone, and `" + near->first.second +
                              "` " + std::to_string(near->second.uses) + " times",
                          entry.second.first,
                          "did you mean `" + near->first.second + "`? if not, declare `values` of `" + attribute +
                              "`, the item, or the member's `names`"));
    diagnostic.related.push_back({near->second.first, "the other"});
  }
}

class RegimeDoubts {
 public:
  RegimeDoubts(const Rulebook& rules, std::vector<Diagnostic>& found) : found_(found) {
    for (const model::Regime& regime : rules.regimes) covered_.push_back(regime.id);
  }

  template <class Records>
  void look_at(const Records& records) {
    for (const auto& record : records) {
      if (record.regime.empty() || std::ranges::binary_search(covered_, std::string_view(record.regime))) continue;
      const std::string& near = nearest(record.regime);
      if (near.empty() || !seen_.insert(record.regime).second) continue;
      found_.push_back(diagnostics::make(
          codes::regime_not_covered,
          "`" + record.id + "` belongs to regime `" + record.regime + "`, which `coverage` does not have", record.span,
          "did you mean `" + near + "`?"));
    }
  }

 private:
  const std::string& nearest(const std::string& regime) {
    const auto [at, fresh] = nearest_.try_emplace(regime);
    if (!fresh) return at->second;
    for (const std::string_view covered : covered_) {
      if (is_slip(regime, covered)) at->second = covered;
    }
    return at->second;
  }

  std::vector<Diagnostic>& found_;
  std::vector<std::string_view> covered_;
  std::map<std::string, std::string> nearest_;
  std::set<std::string> seen_;
};

}  // namespace

void doubt_slips(const Subject& subject, std::vector<Diagnostic>& found) {
  doubt_values(subject.rules, found);
  RegimeDoubts regimes(subject.rules, found);
  regimes.look_at(subject.rules.events);
  regimes.look_at(subject.rules.measures);
  regimes.look_at(subject.rules.groups);
}

}  // namespace inforce::lint
