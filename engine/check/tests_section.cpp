// The examples under `tests`: their questions. What they expect is read in expectation.cpp.
#include <algorithm>

#include "engine/check/expectation.h"
#include "engine/check/facts.h"
#include "engine/check/names.h"
#include "engine/syntax/date_grammar.h"

namespace inforce::check {
namespace {

using syntax::Node;

class ExampleDecoder {
 public:
  ExampleDecoder(Draft& draft, const Node& body)
      : draft_(draft),
        at_(body.entries.empty() ? body.span : body.entries.front().key.span),
        fields_(draft, test_rule(), body, at_) {}

  void decode() {
    if (const Node* name = fields_["name"]) {
      example_.name = name->text;
      at_ = name->span;
    }
    example_.span = at_;
    decode_time();
    if (const Node* facts = fields_["with"]) example_.facts = facts_in(draft_, *facts);
    decode_assumptions();
    example_.official_only = fields_["evidence"] != nullptr;
    const Node* facts = fields_["with"];
    const bool of_case = fields_.key("with") != nullptr && (facts == nullptr || !facts->entries.empty());
    if (const Node* expect = fields_["expect"]) decode_expectation(draft_, *expect, of_case, example_);
    draft_.book.examples.push_back(std::move(example_));
  }

 private:
  void decode_time() {
    const Node* on = fields_.key("on");
    const Node* when = fields_.key("when");
    if (on != nullptr && when != nullptr) {
      draft_
          .report(codes::impossible_example, "an example asks about a day or about a measure, not both", when->span,
                  "make two examples of it")
          .related.push_back({on->span, "the day"});
    } else if (on == nullptr && when == nullptr) {
      draft_.report(codes::missing_key, "a test needs `on` or `when`", at_);
    }
    example_.on = when_in(draft_, fields_["on"]);
    example_.known = when_in(draft_, fields_["known"]);
    if (const Node* name = fields_["when"]) example_.when = measure_in(draft_, *name);
  }

  void decode_assumptions() {
    for (const Node& item : fields_.items("assume")) assume(item);
    for (const Node& item : fields_.items("without")) {
      const auto event = refer(draft_, Section::event, item, codes::unknown_event);
      if (!event) continue;
      const model::EventId id{*event};
      const auto same = [&](const auto& assumed) { return assumed.first == id; };
      if (std::any_of(example_.assume.begin(), example_.assume.end(), same)) {
        draft_.report(codes::impossible_example, quoted(item.text) + " is both assumed and left out", item.span);
      }
      example_.without.push_back(id);
    }
  }

  void assume(const Node& item) {
    const std::size_t equals = item.text.find('=');
    Node name = item;
    name.text = item.text.substr(0, equals);
    std::optional<When> on;
    if (equals != std::string::npos) {
      Node day = item;
      day.text = item.text.substr(equals + 1);
      if (item.verbatim) {
        name.span = item.content;
        name.span.end = item.content.begin + static_cast<std::uint32_t>(equals);
        day.content.begin = name.span.end + 1;
      }
      on = when_in(draft_, &day);
    }
    const auto event = refer(draft_, Section::event, name, codes::unknown_event);
    if (event) example_.assume.emplace_back(model::EventId{*event}, on);
  }

  Draft& draft_;
  Span at_;
  Fields fields_;
  model::Example example_;
};

/// Files `*.test.yaml` stand beside rules and hold none.
void check_test_file(Draft& draft, const File& file) {
  const std::string_view path = draft.sources.path(file.id);
  if (!path.ends_with(".test.yaml") && !path.ends_with(".test.yml")) return;
  for (const Node::Entry& entry : file.root.entries) {
    const std::string& key = entry.key.text;
    if (key == "inforce" || key == "tests" || is_private(key) || field_index(file_rule(), key) < 0) continue;
    draft.report(codes::not_only_tests, "a file of tests does not hold " + quoted(key), entry.key.span,
                 "move it to a file whose name does not end in `.test.yaml`");
  }
}

}  // namespace

std::optional<When> when_in(Draft& draft, const Node* value) {
  if (value == nullptr) return std::nullopt;
  const auto read = syntax::parse_day_or_moment(value->text, value->content, draft.found);
  if (!read) return std::nullopt;
  if (const auto* day = std::get_if<Date>(&*read)) return When::on_day(*day);
  return When::at(std::get<Moment>(*read));
}

void check_tests(Draft& draft) {
  for (const File& file : draft.files) check_test_file(draft, file);
  for (const Node* list : draft.tests) {
    for (const Node& item : list->items) {
      if (item.is_map()) {
        ExampleDecoder(draft, item).decode();
      } else {
        draft.report(codes::wrong_shape, "a test is told by a map, not by " + std::string(shape_of(item)), item.span);
      }
    }
  }
}

}  // namespace inforce::check
