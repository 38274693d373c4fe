// What the rules cover (S23).
#include "engine/check/conditions.h"
#include "engine/check/names.h"
#include "engine/check/stages.h"
#include "engine/syntax/interval.h"

namespace inforce::check {
namespace {

void read_regime(Draft& draft, model::Regime& regime, const Fields& fields) {
  regime.title = fields.text("title");
  regime.scope = scope_in(draft, fields["scope"]);
  regime.review_every = fields.text("review_every");
  regime.note = fields.text("note");
  if (const syntax::Node* every = fields["review_every"]; every != nullptr && !syntax::read_interval(every->text)) {
    draft.report(codes::bad_interval, quoted(every->text) + " is no span of time", every->span,
                 "write a number and a unit, such as `90 days`, `6 months` or `1 year`");
  }
  const syntax::Node* first = fields["from"];
  const syntax::Node* last = fields["reviewed"];
  const auto from = first != nullptr ? exact_day_in(draft, *first) : std::nullopt;
  const auto reviewed = last != nullptr ? exact_day_in(draft, *last) : std::nullopt;
  if (!from || !reviewed) return;
  regime.from = *from;
  regime.reviewed = *reviewed;
  regime.reviewed_span = last->span;
  if (*reviewed < *from) {
    draft.report(codes::bad_range, "`reviewed` is before `from`", last->span)
        .related.push_back({first->span, "covered from here"});
  }
}

}  // namespace

void decode_regimes(Draft& draft) {
  const auto read = [&](model::Regime& regime, const Fields& fields, const Entry&) {
    read_regime(draft, regime, fields);
  };
  decode_each(draft, Section::regime, coverage_rule(), draft.book.regimes, read);
}

}  // namespace inforce::check
