// The examples under `tests`: their shape. What they expect is compared where they run.
#include "engine/check/names.h"
#include "engine/check/stages.h"
#include "engine/syntax/date_grammar.h"

namespace inforce::check {
namespace {

using syntax::Node;

void check_when(Draft& draft, const Fields& fields, std::string_view name) {
  const Node* value = fields[name];
  if (value == nullptr) return;
  if (!fits(draft, {name, Shape::date, false, {}}, *value)) return;
  (void)syntax::parse_day_or_moment(value->text, value->content, draft.found);
}

void check_facts(Draft& draft, const Fields& fields) {
  const Node* facts = fields["with"];
  if (facts == nullptr) return;
  for (const Node::Entry& fact : facts->entries) {
    (void)fits(draft, {fact.key.text, fact.value.is_list() ? Shape::texts : Shape::text, false, {}}, fact.value);
  }
}

}  // namespace

void check_tests(Draft& draft) {
  for (const Node* list : draft.tests) {
    for (const Node& item : list->items) {
      if (!item.is_map()) {
        draft.report(codes::wrong_shape, "a test is told by a map, not by " + std::string(shape_of(item)), item.span);
        continue;
      }
      const Span at = item.entries.empty() ? item.span : item.entries.front().key.span;
      const Fields fields(draft, test_rule(), item, at);
      check_when(draft, fields, "on");
      check_when(draft, fields, "known");
      check_facts(draft, fields);
    }
  }
}

}  // namespace inforce::check
