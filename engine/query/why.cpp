#include "engine/query/answers.h"

namespace inforce::query {

WhyAnswer answer_why(const View& view) {
  const auto id = *model::find_measure(view.rules, view.query.id);
  const auto& record = view.record(id);
  const auto changes = changes_of(view, id);
  const auto& when = *view.query.on;
  return {finding_of(view, record, when, changes, Detail::full),
          stable_of(view, record, when, changes, Showing::always)};
}

}  // namespace inforce::query
