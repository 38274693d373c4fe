#include "engine/render/answer_json.h"

#include <cmath>

#include <nlohmann/json.hpp>

namespace inforce::render_json {

using Json = nlohmann::ordered_json;

namespace {

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(std::string(to_string(*value))) : Json(nullptr);
}

Json of(const Attributes& attributes);
Json of(const Change& change);
Json of(const Citation& source);
Json of(const Coming& coming);
Json of(const Conflict& conflict);
Json of(const Conflict::Side& side);
Json of(const Coverage& coverage);
Json of(const Derived& derived);
Json of(const EventRow& row);
Json of(const Finding& finding);
Json of(const Instead& instead);
Json of(const Interval& interval);
Json of(const Member& member);
Json of(const Near& near);
Json of(const Reason& reason);
Json of(const Within& run);

template <class T>
Json list_of(const std::vector<T>& values) {
  auto all = Json::array();
  for (const auto& value : values) all.push_back(of(value));
  return all;
}

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

void echo_facts(const Query& query, Json& question) {
  question["with"] = Json::object();
  for (const auto& [name, values] : query.facts) question["with"][name] = values;
}

void echo_subject(const Query& query, Json& question) {
  switch (query.ask) {
    case Ask::on:
      question["on"] = or_null(query.on);
      break;
    case Ask::when:
      question["when"] = query.id;
      break;
    case Ask::why:
      question["why"] = query.id;
      question["on"] = or_null(query.on);
      break;
    case Ask::diff:
      question["diff"] = {to_string(*query.on), to_string(*query.then)};
      break;
    case Ask::diff_known:
      question["on"] = or_null(query.on);
      break;
    case Ask::events:
      question["from"] = or_null(query.from);
      question["to"] = or_null(query.through);
      question["authority"] = text_or_null(query.authority);
      question["touching"] = text_or_null(query.id);
      return;
    case Ask::next:
      question["from"] = or_null(query.from);
      return;
    case Ask::coverage:
      question["on"] = or_null(query.on);
      break;
    case Ask::conflicts:
      question["from"] = or_null(query.from);
      question["to"] = or_null(query.through);
      break;
  }
  echo_facts(query, question);
}

Json of(const Query& query) {
  auto question = Json::object();
  echo_subject(query, question);
  question["known"] = or_null(query.known);
  if (query.ask == Ask::diff_known) question["known"] = {to_string(*query.known), to_string(*query.known_then)};
  for (const auto& assumption : query.assume) question["assume"].push_back(to_string(assumption));
  if (!query.without.empty()) question["without"] = query.without;
  if (!query.jurisdictions.empty()) question["jurisdiction"] = query.jurisdictions;
  if (!query.regimes.empty()) question["regime"] = query.regimes;
  if (query.official_only) question["evidence"] = "official";
  if (query.all) question["all"] = true;
  return question;
}

void add(const OnAnswer& content, Json& all) {
  all["verdict"] = or_null(content.verdict);
  all["could_be"] = or_null(content.could_be);
  all["policies"] = content.policies;
  all["missing"] = content.missing;
  all["deciding"] = content.deciding;
  all["restrictions"] = list_of(content.restrictions);
  all["authorizations"] = list_of(content.authorizations);
  all["conflicts"] = list_of(content.conflicts);
  all["stable"] = of(content.stable);
}

void add(const WhenAnswer& content, Json& all) {
  all["id"] = content.id;
  all["title"] = content.title;
  all["parts"] = content.parts;
  all["announced"] = content.announced;
  all["intervals"] = list_of(content.intervals);
}

void add(const WhyAnswer& content, Json& all) {
  all["finding"] = of(content.finding);
  all["near"] = list_of(content.near);
  all["instead"] = list_of(content.instead);
  all["stable"] = of(content.stable);
}

void add(const DiffAnswer& content, Json& all) { all["changes"] = list_of(content.changes); }
void add(const EventsAnswer& content, Json& all) { all["events"] = list_of(content.events); }
void add(const NextAnswer& content, Json& all) { all["next"] = list_of(content.next); }
void add(const CoverageAnswer& content, Json& all) { all["regimes"] = list_of(content.regimes); }
void add(const ConflictsAnswer& content, Json& all) { all["conflicts"] = list_of(content.conflicts); }

}  // namespace

std::string to_json(const Answer& answer) {
  Json all;
  all["question"] = of(answer.query);
  if (!answer.query.assume.empty() || !answer.query.without.empty()) all["under_assumptions"] = true;
  if (!answer.derived.empty()) all["derived"] = list_of(answer.derived);
  std::visit([&](const auto& content) { add(content, all); }, answer.content);
  if (!answer.notes.empty()) all["notes"] = answer.notes;
  all["sources"] = list_of(answer.citations);
  all["coverage"] = list_of(answer.coverage);
  all["projected"] = answer.projected;
  all["rules"] = {{"digest", answer.digest}};
  all["engine"] = {{"name", "inforce"}, {"version", answer.engine_version}};
  all["tzdata"] = answer.tzdata_version;
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace inforce::render_json
