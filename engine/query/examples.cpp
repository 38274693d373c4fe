#include "engine/query/examples.h"

#include <algorithm>
#include <deque>

#include "engine/query/answers.h"
#include "engine/query/append.h"
#include "engine/query/assumptions.h"
#include "engine/query/names.h"

namespace inforce::query {

namespace {

using model::MeasureId;

std::string listed(const std::vector<std::string>& words) { return words.empty() ? "none" : joined(words, ", "); }

std::string text_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  auto text = std::to_string(std::get<double>(value));
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string text_of(const Attributes& attributes) {
  std::vector<std::string> words;
  for (const auto& [name, value] : attributes) words.push_back(name + ": " + text_of(value));
  return listed(words);
}

/// The key that lists measures of a status: its word, with `_` for `-`.
std::string key_of(Status status) {
  std::string key(to_string(status));
  std::replace(key.begin(), key.end(), '-', '_');
  return key;
}

bool is_listed_whole(Status status) {
  return status == Status::applies || status == Status::may_apply || status == Status::released ||
         status == Status::grace || status == Status::suspended || status == Status::pending;
}

/// A binding or advisory restriction: lists name all of those.
bool counts(const model::Measure& measure) {
  const bool restriction = measure.kind != model::Kind::authorization && measure.kind != model::Kind::membership;
  return restriction && model::force_of(measure.kind) != Force::context;
}

std::vector<std::string> sorted(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  return words;
}

class OnComparison {
 public:
  /// `content` is what `view` answers, with as much detail.
  OnComparison(const View& view, const model::Example& example, const OnAnswer& content, Detail detail)
      : view_(view), rules_(view.rules), expect_(example.expect), content_(content), detail_(detail) {
    result_.example = &example;
    for (const auto* list : {&content_.restrictions, &content_.authorizations}) {
      for (const auto& finding : *list) findings_.emplace_back(*model::find_measure(rules_, finding.id), &finding);
    }
    std::sort(findings_.begin(), findings_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  }

  ExampleResult compared() {
    compare_verdict();
    for (const auto& expected : expect_.statuses) compare_status(expected);
    compare_not_applies();
    for (const auto& expected : expect_.attributes) compare_attributes(expected);
    if (expect_.policies) compare_texts("policies", *expect_.policies, sorted(content_.policies));
    if (expect_.missing) compare_texts("missing", *expect_.missing, sorted(content_.missing));
    return std::move(result_);
  }

 private:
  /// What the answer says of a measure; members, and what is left out of an answer, are asked for by themselves.
  const Finding& finding(MeasureId id) {
    const auto found = std::lower_bound(findings_.begin(), findings_.end(), id,
                                        [](const auto& entry, MeasureId wanted) { return entry.first < wanted; });
    if (found != findings_.end() && found->first == id) return *found->second;
    const auto asked = std::find_if(asked_.begin(), asked_.end(), [&](const auto& entry) { return entry.first == id; });
    if (asked != asked_.end()) return asked->second;
    asked_.emplace_back(id, finding_of(view_, view_.record(id), *view_.query.on, changes_of(view_, id), detail_));
    return asked_.back().second;
  }

  [[nodiscard]] std::vector<Grounds> grounds(std::vector<MeasureId> ids) {
    std::sort(ids.begin(), ids.end());
    std::vector<Grounds> all;
    for (const auto id : ids) {
      const auto& told = finding(id);
      all.push_back({rules_[id].id, told.status, told.reasons});
    }
    return all;
  }

  void differ(std::string what, std::string expected, std::string got, std::vector<Grounds> why = {}) {
    result_.differences.push_back({std::move(what), std::move(expected), std::move(got), std::move(why)});
  }

  /// The binding restrictions that the verdict rests on.
  [[nodiscard]] std::vector<MeasureId> decisive() const {
    std::vector<MeasureId> ids;
    for (const auto& [id, told] : findings_) {
      const bool decides = told->status == Status::applies || told->status == Status::may_apply;
      if (decides && told->force == Force::binding && !told->authorization) ids.push_back(id);
    }
    return ids;
  }

  void compare_verdict() {
    const auto word = [](const std::optional<Verdict>& verdict) {
      return verdict ? std::string(to_string(*verdict)) : std::string("none");
    };
    if (expect_.verdict && expect_.verdict != content_.verdict) {
      differ("verdict", word(expect_.verdict), word(content_.verdict), grounds(decisive()));
    }
    if (expect_.could_be && *expect_.could_be != content_.could_be) {
      differ("could_be", word(*expect_.could_be), word(content_.could_be), grounds(decisive()));
    }
  }

  void compare_status(const model::ExpectedStatus& expected) {
    std::vector<MeasureId> got;
    std::vector<MeasureId> concerned;
    for (const auto id : expected.measures) {
      const bool as_expected = finding(id).status == expected.status;
      (as_expected ? got : concerned).push_back(id);
    }
    if (is_listed_whole(expected.status)) {
      for (const auto& [id, told] : findings_) {
        if (told->status != expected.status || !counts(rules_[id])) continue;
        if (std::binary_search(expected.measures.begin(), expected.measures.end(), id)) continue;
        got.push_back(id);
        concerned.push_back(id);
      }
    }
    if (concerned.empty()) return;
    std::sort(got.begin(), got.end());
    differ(key_of(expected.status), names(expected.measures), names(got), grounds(concerned));
  }

  void compare_not_applies() {
    std::vector<MeasureId> concerned;
    for (const auto id : expect_.not_applies) {
      const auto status = finding(id).status;
      if (status == Status::applies || status == Status::may_apply) concerned.push_back(id);
    }
    if (concerned.empty()) return;
    std::vector<std::string> got;
    got.reserve(concerned.size());
    for (const auto id : concerned) got.push_back(rules_[id].id + " " + std::string(to_string(finding(id).status)));
    differ("not_applies", names(expect_.not_applies), listed(got), grounds(concerned));
  }

  void compare_attributes(const model::ExpectedAttributes& expected) {
    const auto& told = finding(expected.measure).attributes;
    const auto holds = [&](const auto& entry) {
      const auto other = told.find(entry.first);
      return other != told.end() && other->second == entry.second;
    };
    if (std::all_of(expected.attributes.begin(), expected.attributes.end(), holds)) return;
    differ("attributes", rules_[expected.measure].id + " " + text_of(expected.attributes), text_of(told),
           grounds({expected.measure}));
  }

  void compare_texts(const char* what, const std::vector<std::string>& expected, const std::vector<std::string>& got) {
    if (expected != got) differ(what, listed(expected), listed(got), grounds(decisive()));
  }

  [[nodiscard]] std::string names(const std::vector<MeasureId>& ids) const {
    std::vector<std::string> words;
    words.reserve(ids.size());
    for (const auto id : ids) words.push_back(rules_[id].id);
    return listed(words);
  }

  const View& view_;
  const model::Rulebook& rules_;
  const model::Expectation& expect_;
  const OnAnswer& content_;
  Detail detail_;
  std::vector<std::pair<MeasureId, const Finding*>> findings_;
  std::deque<std::pair<MeasureId, Finding>> asked_;
  ExampleResult result_;
};

std::string text_of(const model::ExpectedInterval& interval) {
  std::string text = (interval.from ? to_string(*interval.from) : "..") + " to before " +
                     (interval.before ? to_string(*interval.before) : "..") + " " + interval.state;
  if (!interval.certain) text += " possibly";
  if (interval.attributes && !interval.attributes->empty()) text += " (" + text_of(*interval.attributes) + ")";
  return text;
}

std::optional<When> when_of(const std::optional<Bound>& bound) {
  if (!bound) return std::nullopt;
  return bound->day ? When::on_day(*bound->day) : When::at(bound->moment);
}

model::ExpectedInterval as_expected(const Interval& interval) {
  return {when_of(interval.from), when_of(interval.before), interval.state, interval.certain, interval.attributes, {}};
}

bool same(const model::ExpectedInterval& expected, const model::ExpectedInterval& got) {
  return expected.from == got.from && expected.before == got.before && expected.state == got.state &&
         expected.certain == got.certain && (!expected.attributes || expected.attributes == got.attributes);
}

std::string text_of(const std::vector<model::ExpectedInterval>& intervals) {
  std::vector<std::string> words;
  words.reserve(intervals.size());
  for (const auto& interval : intervals) words.push_back(text_of(interval));
  return listed(words);
}

/// Where two lists of intervals first differ: where the earlier of the two begins, or else ends.
std::optional<When> first_difference(const std::vector<model::ExpectedInterval>& expected,
                                     const std::vector<model::ExpectedInterval>& got) {
  std::size_t at = 0;
  while (at < expected.size() && at < got.size() && same(expected[at], got[at])) ++at;
  std::optional<When> first;
  for (const auto* list : {&got, &expected}) {
    if (at >= list->size()) continue;
    const auto& bound = (*list)[at].from ? (*list)[at].from : (*list)[at].before;
    if (bound && (!first || (bound->day && first->day && *bound->day < *first->day))) first = bound;
  }
  return first;
}

ExampleResult compare_intervals(const View& view, const model::Example& example) {
  ExampleResult result;
  result.example = &example;
  if (!example.expect.intervals) return result;
  std::vector<model::ExpectedInterval> got;
  for (const auto& interval : answer_when(view).intervals) got.push_back(as_expected(interval));
  const auto& expected = *example.expect.intervals;
  if (std::equal(expected.begin(), expected.end(), got.begin(), got.end(), same)) return result;
  std::vector<Grounds> why;
  if (const auto at = first_difference(expected, got)) {
    const auto& record = view.record(*example.when);
    const auto told = finding_of(view, record, *at, changes_of(view, record.id), Detail::full);
    why.push_back({told.id, told.status, told.reasons});
  }
  result.differences.push_back({"intervals", text_of(expected), text_of(got), std::move(why)});
  return result;
}

}  // namespace

Query question_of(const model::Rulebook& rules, const model::Example& example) {
  Query query;
  query.ask = example.when ? Ask::when : Ask::on;
  if (example.when) query.id = rules[*example.when].id;
  query.on = example.on;
  query.known = example.known;
  query.facts = example.facts;
  query.official_only = example.official_only;
  for (const auto& [event, on] : example.assume) query.assume.push_back({rules[event].id, on});
  for (const auto event : example.without) query.without.push_back(rules[event].id);
  query.all = true;
  return query;
}

bool agrees(const View& view, const model::Example& example) {
  if (example.when) return compare_intervals(view, example).passed();
  return OnComparison(view, example, findings_on(view), Detail::bare).compared().passed();
}

namespace {

void add_sources(const std::vector<Reason>& reasons, std::vector<std::string>& ids) {
  for (const auto& reason : reasons) {
    append_new(ids, reason.sources);
    add_sources(reason.because, ids);
  }
}

/// What the grounds of all differences cite.
std::vector<Citation> cited_in(const model::Rulebook& rules, const std::vector<Difference>& differences) {
  EventRow named;
  for (const auto& difference : differences) {
    for (const auto& grounds : difference.why) add_sources(grounds.reasons, named.sources);
  }
  Answer answer;
  answer.content = EventsAnswer{{std::move(named)}};
  add_citations(rules, answer);
  return std::move(answer.citations);
}

ExampleResult explained(const View& view, const model::Example& example) {
  auto result = example.when ? compare_intervals(view, example)
                             : OnComparison(view, example, answer_on(view), Detail::full).compared();
  result.citations = cited_in(view.rules, result.differences);
  return result;
}

ExampleResult unanswered(const model::Example& example, const std::vector<Diagnostic>& wrong) {
  ExampleResult result;
  result.example = &example;
  result.differences.push_back({"answer", "an answer", wrong.front().message, {}});
  return result;
}

ExampleResult run(const timeline::Compiled& compiled, const model::Example& example, const Query& query) {
  const View view(compiled, query, query.known);
  if (!agrees(view, example)) return explained(view, example);
  ExampleResult passed;
  passed.example = &example;
  return passed;
}

}  // namespace

ExampleResult run_example(const Timeline& timeline, const model::Example& example) {
  const auto& rulebook = timeline.rulebook();
  const auto query = question_of(rulebook.model(), example);
  const auto wrong = check_question(rulebook.model(), query);
  if (!wrong.empty()) return unanswered(example, wrong);
  const auto changed = reassessed(rulebook, query);
  if (!changed) return run(timeline.compiled(), example, query);
  const auto compiled = compile(*changed);
  return compiled ? run(compiled->compiled(), example, query) : unanswered(example, compiled.diagnostics());
}

}  // namespace inforce::query
