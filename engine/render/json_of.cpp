#include "engine/render/json_of.h"

#include <cmath>

namespace inforce::render_json {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  const auto number = std::get<double>(value);
  const bool whole = std::nearbyint(number) == number && std::abs(number) < 9007199254740992.0;
  return whole ? Json(static_cast<std::int64_t>(number)) : Json(number);
}

Json of(const Attributes& attributes) {
  auto all = Json::object();
  for (const auto& [name, value] : attributes) all[name] = of(value);
  return all;
}

Json of(const Reason& reason) {
  Json step{{"kind", reason.kind},
            {"text", reason.text},
            {"event", text_or_null(reason.event)},
            {"place", text_or_null(reason.place)},
            {"sources", reason.sources}};
  if (!reason.because.empty()) step["because"] = list_of(reason.because);
  return step;
}

Json of(const Member& member) {
  return {{"id", member.id},
          {"title", member.title},
          {"attributes", of(member.attributes)},
          {"note", text_or_null(member.note)}};
}

Json of(const Near& near) {
  if (!near.attribute.empty()) return {{"fact", near.attribute}, {"wanted", near.wanted}};
  return {{"at", or_null(near.at)}, {"days", near.days}};
}

Json of(const Instead& instead) {
  return {{"id", instead.id}, {"title", instead.title}, {"kind", instead.kind}, {"status", to_string(instead.status)}};
}

Json of(const Derived& derived) {
  return {{"fact", derived.attribute}, {"values", derived.values}, {"item", derived.item}};
}

Json of(const Conflict::Side& side) {
  return {
      {"id", side.id}, {"title", side.title}, {"jurisdiction", side.jurisdiction}, {"force", to_string(side.force)}};
}

Json of(const Conflict& conflict) {
  const bool opposite = conflict.kind == Conflict::Kind::opposite_conduct;
  Json row;
  row["kind"] = opposite ? "opposite-conduct" : "both-restrict";
  row["measures"] = list_of(conflict.sides);
  if (opposite) {
    row["conduct"] = conflict.conduct;
    row["requires"] = conflict.sides.front().id;
    row["forbids"] = conflict.sides.back().id;
  } else {
    row["items"] = conflict.items;
  }
  row["certainty"] = conflict.certain ? "certain" : "possible";
  row["from"] = or_null(conflict.from);
  row["before"] = or_null(conflict.before);
  return row;
}

Json of(const Within& run) {
  return {{"from", to_string(run.from)}, {"before", to_string(run.before)}, {"status", to_string(run.status)}};
}

Json of(const Finding& finding) {
  Json row;
  row["id"] = finding.id;
  row["title"] = finding.title;
  row["jurisdiction"] = text_or_null(finding.jurisdiction);
  row["kind"] = finding.kind;
  row["force"] = finding.authorization ? Json(nullptr) : Json(to_string(finding.force));
  row["status"] = to_string(finding.status);
  row["since"] = or_null(finding.since);
  row["before"] = or_null(finding.before);
  row["through"] = or_null(finding.through);
  row["attributes"] = of(finding.attributes);
  row["evidence"] = finding.evidence;
  row["reasons"] = list_of(finding.reasons);
  row["missing"] = finding.missing;
  row["by"] = finding.by;
  row["sources"] = finding.sources;
  row["next"] = nullptr;
  if (finding.next) row["next"] = {{"at", to_string(finding.next->at)}, {"status", to_string(finding.next->status)}};
  if (!finding.members.empty()) row["members"] = list_of(finding.members);
  if (!finding.within.empty()) row["within"] = list_of(finding.within);
  return row;
}

Json of(const Stable& stable) { return {{"from", or_null(stable.from)}, {"before", or_null(stable.before)}}; }

Json of(const Interval& interval) {
  return {{"from", or_null(interval.from)},
          {"before", or_null(interval.before)},
          {"through", or_null(interval.through)},
          {"first", or_null(interval.first)},
          {"state", interval.state},
          {"certainty", interval.certain ? "certain" : "possible"},
          {"attributes", of(interval.attributes)},
          {"evidence", interval.evidence},
          {"by", interval.by}};
}

Json of(const Change& change) {
  Json row;
  row["id"] = change.id;
  row["title"] = change.title;
  row["from"] = {{"status", to_string(change.from)}, {"attributes", of(change.from_attributes)}};
  row["to"] = {{"status", to_string(change.to)}, {"attributes", of(change.to_attributes)}};
  row["by"] = change.by;
  return row;
}

Json of(const EventRow& row) {
  auto effects = Json::array();
  for (const auto& effect : row.effects) effects.push_back({{"effect", effect.effect}, {"measure", effect.measure}});
  return {{"id", row.id},
          {"title", row.title},
          {"date", text_or_null(row.date)},
          {"known", text_or_null(row.known)},
          {"effective", text_or_null(row.effective)},
          {"evidence", row.evidence},
          {"jurisdiction", text_or_null(row.jurisdiction)},
          {"authority", text_or_null(row.authority)},
          {"sources", row.sources},
          {"effects", effects}};
}

Json of(const Coming& coming) {
  return {{"date", to_string(coming.at)},
          {"id", coming.id},
          {"what", coming.what},
          {"by", coming.by},
          {"certainty", coming.certain ? "certain" : "possible"}};
}

Json of(const Citation& source) {
  return {{"id", source.id},
          {"title", source.title},
          {"publisher", text_or_null(source.publisher)},
          {"date", text_or_null(source.date)},
          {"cite", text_or_null(source.cite)},
          {"url", text_or_null(source.url)},
          {"kind", source.kind}};
}

Json of(const Coverage& coverage) {
  Json row{{"regime", coverage.regime},
           {"title", coverage.title},
           {"from", to_string(coverage.from)},
           {"reviewed", to_string(coverage.reviewed)},
           {"scope", text_or_null(coverage.scope)}};
  if (!coverage.review_every.empty()) row["review_every"] = coverage.review_every;
  if (!coverage.note.empty()) row["note"] = coverage.note;
  if (!coverage.covers.empty()) row["covers"] = coverage.covers;
  if (!coverage.missing.empty()) row["missing"] = coverage.missing;
  return row;
}

}  // namespace inforce::render_json
