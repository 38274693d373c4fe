// What the rules cover (S23).
#include "engine/check/conditions.h"
#include "engine/check/names.h"
#include "engine/check/stages.h"

namespace inforce::check {
namespace {

model::Regime regime_of(Draft& draft, const Entry& entry) {
  model::Regime regime;
  regime.id = entry.id;
  regime.span = entry.at;
  if (entry.body == nullptr) return regime;
  const Fields fields(draft, coverage_rule(), *entry.body, entry.at, entry.file);
  regime.title = fields.text("title");
  regime.scope = scope_in(draft, fields["scope"]);
  regime.review_every = fields.text("review_every");
  regime.note = fields.text("note");
  const syntax::Node* first = fields["from"];
  const syntax::Node* last = fields["reviewed"];
  const auto from = first != nullptr ? exact_day_in(draft, *first) : std::nullopt;
  const auto reviewed = last != nullptr ? exact_day_in(draft, *last) : std::nullopt;
  if (!from || !reviewed) return regime;
  regime.from = *from;
  regime.reviewed = *reviewed;
  if (*reviewed < *from) {
    draft.report(codes::bad_range, "`reviewed` is before `from`", last->span)
        .related.push_back({first->span, "covered from here"});
  }
  return regime;
}

}  // namespace

void decode_regimes(Draft& draft) {
  for (const Entry& entry : draft[Section::regime].entries) draft.book.regimes.push_back(regime_of(draft, entry));
}

}  // namespace inforce::check
