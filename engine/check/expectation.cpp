#include "engine/check/expectation.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/check/names.h"

namespace inforce::check {
namespace {

using model::MeasureId;
using syntax::Node;

constexpr std::array<std::pair<std::string_view, Status>, 10> status_keys = {{{"applies", Status::applies},
                                                                              {"may_apply", Status::may_apply},
                                                                              {"released", Status::released},
                                                                              {"grace", Status::grace},
                                                                              {"suspended", Status::suspended},
                                                                              {"pending", Status::pending},
                                                                              {"ended", Status::ended},
                                                                              {"not_yet", Status::not_yet},
                                                                              {"never", Status::never},
                                                                              {"out_of_scope", Status::out_of_scope}}};

constexpr std::array<std::pair<std::string_view, Verdict>, 7> verdict_words = {
    {{"clear", Verdict::clear},
     {"notify", Verdict::notify},
     {"conditional", Verdict::conditional},
     {"licence-required", Verdict::licence_required},
     {"prohibited", Verdict::prohibited},
     {"undetermined", Verdict::undetermined},
     {"not-covered", Verdict::not_covered}}};

std::optional<Verdict> verdict_named(std::string_view word) {
  for (const auto& [name, verdict] : verdict_words) {
    if (name == word) return verdict;
  }
  return std::nullopt;
}

template <class T>
void sort_unique(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

class ExpectationDecoder {
 public:
  ExpectationDecoder(Draft& draft, const Node& body, bool of_case, model::Example& example)
      : draft_(draft),
        example_(example),
        body_(body),
        of_case_(of_case),
        fields_(draft, expectation_rule(), body, body.span) {}

  void decode() {
    check_fit();
    if (const Node* verdict = fields_["verdict"]) expect().verdict = verdict_named(verdict->text);
    if (const Node* verdict = fields_["could_be"]) expect().could_be = verdict_named(verdict->text);
    for (const auto& [key, status] : status_keys) decode_status(key, status);
    if (fields_["not_applies"] != nullptr) expect().not_applies = measures(fields_.items("not_applies"), false);
    decode_attributes();
    decode_texts();
    decode_intervals();
  }

 private:
  [[nodiscard]] model::Expectation& expect() const { return example_.expect; }

  [[nodiscard]] const Node* first_of(std::initializer_list<std::string_view> keys) const {
    for (const auto key : keys) {
      if (fields_.key(key) != nullptr) return fields_.key(key);
    }
    return nullptr;
  }

  /// What goes with a question about a day, and what with one about a measure.
  void check_fit() {
    const auto is_note = [](const Node::Entry& entry) { return is_private(entry.key.text); };
    if (std::all_of(body_.entries.begin(), body_.entries.end(), is_note)) {
      draft_.report(codes::nothing_expected, "the example expects nothing", body_.span, "such as `verdict: clear`");
    }
    const Node* intervals = fields_.key("intervals");
    if (example_.on && intervals != nullptr) {
      draft_.report(codes::impossible_example, "an answer about a day has no intervals", intervals->span,
                    "ask with `when: ID` in place of `on`");
    }
    if (example_.when) {
      for (const FieldRule& field : expectation_rule().fields) {
        const Node* key = fields_.key(field.name);
        if (key == nullptr || key == intervals) continue;
        draft_.report(codes::impossible_example, "an answer about a measure has no " + quoted(key->text), key->span,
                      "ask with `on: DAY` in place of `when`");
      }
      return;
    }
    const Node* needs_case = first_of({"verdict", "could_be", "policies", "missing"});
    if (needs_case != nullptr && !of_case_) {
      draft_.report(codes::impossible_example, "without facts there is no " + quoted(needs_case->text),
                    needs_case->span, "describe the case under `with`");
    }
  }

  void decode_status(std::string_view key, Status status) {
    if (fields_[key] == nullptr) return;
    expect().statuses.push_back({status, measures(fields_.items(key), true), fields_.key(key)->span});
  }

  /// The measures of a list, wholes as their parts. One that stands in two lists of statuses is refused.
  std::vector<MeasureId> measures(const std::vector<Node>& names, bool once) {
    std::vector<MeasureId> found;
    for (const Node& name : names) {
      const auto measure = measure_in(draft_, name);
      if (!measure) continue;
      for (const MeasureId leaf : leaves_of(*measure)) {
        found.push_back(leaf);
        if (once) note_place(leaf, name);
      }
    }
    sort_unique(found);
    return found;
  }

  /// Circles of parts have been reported, and have no leaves.
  [[nodiscard]] std::vector<MeasureId> leaves_of(MeasureId measure) const {
    const auto is_circle = [](const Diagnostic& one) { return one.code == codes::part_of_circle; };
    if (draft_.book[measure].parts.empty() || std::any_of(draft_.found.begin(), draft_.found.end(), is_circle)) {
      return {measure};
    }
    return model::leaves(draft_.book, measure);
  }

  void note_place(MeasureId measure, const Node& name) {
    for (const auto& [seen, first] : places_) {
      if (seen != measure) continue;
      draft_
          .report(codes::impossible_example, quoted(draft_.book[measure].id) + " is expected in two lists", name.span,
                  "it has one status at a time")
          .related.push_back({first, "expected here too"});
      return;
    }
    places_.emplace_back(measure, name.span);
  }

  void decode_attributes() {
    const Node* attributes = fields_["attributes"];
    if (attributes == nullptr) return;
    for (const Node::Entry& entry : attributes->entries) {
      const auto measure = measure_in(draft_, entry.key);
      if (!fits(draft_, {entry.key.text, Shape::attributes, {}, {}}, entry.value) || !measure) continue;
      expect().attributes.push_back({*measure, attributes_of(entry.value), entry.key.span});
    }
  }

  Attributes attributes_of(const Node& map) {
    Attributes found;
    for (const Node::Entry& entry : map.entries) {
      const std::string& name = entry.key.text;
      if (!is_effect_attribute(draft_, name)) {
        (void)refer(draft_, Section::attribute, entry.key, codes::unknown_attribute);
        continue;
      }
      if (!fits(draft_, {name, Shape::text, {}, {}}, entry.value)) continue;
      if (auto value = attribute_value(draft_, name, entry.value)) found.emplace(name, std::move(*value));
    }
    return found;
  }

  void decode_texts() {
    const auto texts = [&](std::string_view key) {
      std::vector<std::string> found;
      for (const Node& item : fields_.items(key)) found.push_back(item.text);
      sort_unique(found);
      return found;
    };
    if (fields_["policies"] != nullptr) expect().policies = texts("policies");
    if (fields_["missing"] == nullptr) return;
    for (const Node& fact : fields_.items("missing")) {
      (void)refer(draft_, Section::attribute, fact, codes::unknown_attribute);
    }
    expect().missing = texts("missing");
  }

  void decode_intervals() {
    if (fields_["intervals"] == nullptr) return;
    std::vector<model::ExpectedInterval> found;
    for (const Node& item : fields_.items("intervals")) {
      if (item.is_map()) {
        found.push_back(interval_of(item));
      } else {
        draft_.report(codes::wrong_shape, "an interval is told by a map, not by " + std::string(shape_of(item)),
                      item.span);
      }
    }
    expect().intervals = std::move(found);
  }

  model::ExpectedInterval interval_of(const Node& map) {
    const Span at = map.entries.empty() ? map.span : map.entries.front().key.span;
    const Fields fields(draft_, interval_rule(), map, at);
    model::ExpectedInterval interval;
    interval.span = at;
    interval.from = when_in(draft_, fields["from"]);
    interval.before = when_in(draft_, fields["before"]);
    if (const Node* through = fields["through"]) {
      if (const auto day = exact_day_in(draft_, *through)) interval.before = When::on_day(*day + std::chrono::days{1});
    }
    const Node* through = fields.key("through");
    if (through != nullptr && fields.key("before") != nullptr) {
      draft_.report(codes::two_ends, "an interval has one end, `through` or `before`", through->span)
          .related.push_back({fields.key("before")->span, "the other end"});
    }
    interval.state = fields["state"] != nullptr ? fields.text("state") : "in-force";
    interval.certain = fields.text("certain") != "false";
    if (const Node* attributes = fields["attributes"]) interval.attributes = attributes_of(*attributes);
    return interval;
  }

  Draft& draft_;
  model::Example& example_;
  const Node& body_;
  bool of_case_;
  Fields fields_;
  std::vector<std::pair<MeasureId, Span>> places_;
};

}  // namespace

void report_no_member(Draft& draft, const Node& name) {
  const std::string_view text = name.text;
  const std::size_t slash = text.find('/');
  Span group_at = name.span;
  Span member_at = name.span;
  if (name.verbatim) {
    group_at = member_at = name.content;
    group_at.end = group_at.begin + static_cast<std::uint32_t>(slash);
    member_at.begin = group_at.end + 1;
  }
  const auto group = refer(draft, Section::group, text.substr(0, slash), group_at, codes::unknown_group);
  if (!group || !draft.complete) return;
  std::vector<std::string_view> members;
  for (const MeasureId id : draft.book.groups[*group].members) members.push_back(draft.book[id].member);
  draft.report(codes::unknown_member,
               quoted(text.substr(slash + 1)) + " is never enlisted in " + quoted(text.substr(0, slash)), member_at,
               draft.did_you_mean(text.substr(slash + 1), members));
}

std::optional<MeasureId> measure_in(Draft& draft, const Node& name) {
  const auto at = draft.measures.find(name.text);
  if (at != draft.measures.end()) return at->second;
  if (name.text.find('/') != std::string::npos) {
    report_no_member(draft, name);
  } else if (draft[Section::group].find(name.text)) {
    draft.report(codes::wrong_kind_of_measure, quoted(name.text) + " is a group, which has no status of its own",
                 name.span, "name a member, as in `" + name.text + "/some-member`");
  } else {
    report_unknown_measure(draft, name.text, name.span);
  }
  return std::nullopt;
}

void decode_expectation(Draft& draft, const Node& body, bool of_case, model::Example& example) {
  ExpectationDecoder(draft, body, of_case, example).decode();
}

}  // namespace inforce::check
