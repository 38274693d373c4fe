// The days that dates come to, behind them, with their weekdays.
#include <nlohmann/json.hpp>

#include "engine/calendar/day.h"
#include "tools/inforce/lsp/encode.h"
#include "tools/inforce/lsp/requests.h"

namespace inforce::lsp {

namespace {

/// ` Wed`, ` = 2025-12-01 Mon`, ` = 2025-12-01 Mon to 2025-12-05 Fri`; empty for what says as much itself.
std::string day_hint(const WrittenDate& date) {
  const bool day_is_written =
      date.expression.plain() && !std::holds_alternative<syntax::DateReference>(date.expression.anchor);
  if (day_is_written) return date.days->exact() ? short_weekday(date.days->first) : std::string{};
  const auto first = day_with_weekday(date.days->first);
  return "= " + (date.days->exact() ? first : first + " to " + day_with_weekday(date.days->last));
}

std::string hint(const Place& place, const WrittenDate& date) {
  auto text = day_hint(date);
  const bool ends = place.field->name == "before" && !std::holds_alternative<Moment>(date.expression.anchor);
  if (!ends || !date.days->exact()) return text;
  const auto last = calendar::add_days(date.days->first, -1);
  return last ? text + ", last day " + day_with_weekday(*last) : text;
}

}  // namespace

Json inlay_hint(Session& session, const Json& params) {
  auto& workspace = session.workspace;
  const auto target = document_of(workspace, params);
  const auto range = range_in(params.at("range"));
  Json list = Json::array();
  if (target.file == nullptr || !target.file->whole || !workspace.wishes.hints) return list;
  const auto first = workspace.offset(*target.document, range.start);
  const auto last = workspace.offset(*target.document, range.end);
  const auto* resolved = target.set->good ? &target.set->good->days() : nullptr;
  for (const auto& place : target.file->places) {
    const auto& value = place.entry->value;
    if (value.span.end < first || place.entry->key.span.begin > last) continue;
    const auto date = date_at(place, resolved);
    if (!date || !date->days) continue;
    const auto text = hint(place, *date);
    if (text.empty()) continue;
    const auto at = workspace.range(target.file->texts, value.span).end;
    list.push_back(
        {{"position", {{"line", at.line}, {"character", at.character}}}, {"label", text}, {"paddingLeft", true}});
  }
  return list;
}

}  // namespace inforce::lsp
