#include "inforce/answer.h"

#include "engine/calendar/zone.h"
#include "engine/query/answers.h"
#include "engine/query/assumptions.h"
#include "engine/query/facts.h"
#include "engine/query/names.h"
#include "inforce/inforce.h"

namespace inforce {

const char* version() { return INFORCE_VERSION; }

namespace query {

namespace {

using Content = decltype(Answer::content);

Content content_of(const View& view) {
  const auto& query = view.query;
  switch (query.ask) {
    case Ask::on:
      return answer_on(view);
    case Ask::when:
      return answer_when(view);
    case Ask::why:
      return answer_why(view);
    case Ask::diff:
      return answer_diff(view, *query.on, view, *query.then);
    case Ask::diff_known:
      return answer_diff(view, *query.on, View(view.compiled, query, query.known_then), *query.on);
    case Ask::events:
      return answer_events(view);
    case Ask::next:
      return answer_next(view);
    case Ask::coverage:
      return answer_coverage(view);
    case Ask::conflicts:
      return answer_conflicts(view);
  }
  return {};
}

Answer answer_from(const timeline::Compiled& compiled, const Query& query) {
  Answer answer;
  answer.query = query;
  const View view(compiled, query, query.known);
  answer.content = content_of(view);
  const auto& rules = compiled.rulebook.model();
  answer.derived = derived_facts(rules, query.facts);
  answer.notes = doubts_about(rules, query.facts);
  add_coverage(view, answer);
  add_citations(rules, answer);
  answer.digest = compiled.rulebook.digest();
  answer.engine_version = version();
  answer.tzdata_version = calendar::tzdata_version();
  return answer;
}

}  // namespace

}  // namespace query

Checked<Answer> answer(const Timeline& timeline, const Query& query) {
  const auto& rulebook = timeline.rulebook();
  auto wrong = query::check_question(rulebook.model(), query);
  if (!wrong.empty()) return wrong;
  const auto changed = query::reassessed(rulebook, query);
  if (!changed) return query::answer_from(timeline.compiled(), query);
  const auto compiled = compile(*changed);
  if (!compiled) return compiled.diagnostics();
  return query::answer_from(compiled->compiled(), query);
}

}  // namespace inforce
